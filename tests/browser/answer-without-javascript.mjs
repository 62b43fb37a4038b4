// One answer, without JavaScript: everything by forms, and the citizen looks again.

import { test } from "node:test";

import { tellAnswer } from "./answering.mjs";

test("the same without JavaScript", (t) => tellAnswer(t, false));
