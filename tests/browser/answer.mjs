// One answer, with JavaScript and on two nodes: the citizen sees it arrive without loading anything.

import { test } from "node:test";

import { tellAnswer } from "./answering.mjs";

test("an officer answers from a letter, a second one approves, and a citizen sees it arrive", (t) => tellAnswer(t, true));
