// The journey in a browser as people have it.

import { test } from "node:test";

import { tellJourney } from "./story.mjs";

test("a citizen's whole journey", (t) => tellJourney(t, true));
