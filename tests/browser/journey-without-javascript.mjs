// The same journey in a browser that runs no script: nothing is missing, nothing breaks.

import { test } from "node:test";

import { tellJourney } from "./story.mjs";

test("a citizen's whole journey without JavaScript", (t) => tellJourney(t, false));
