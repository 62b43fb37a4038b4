// What a page gets on top of being whole already: numbers that move, votes without a reload, counted characters, the
// focus on what must be mended. Each part looks for its own marks in the page and does nothing without them.
import { counts } from "./counts";
import { errors } from "./errors";
import { folds } from "./folds";
import { keys } from "./keys";
import { live } from "./live";
import { replies } from "./reply";
import { share } from "./share";
import { votes } from "./votes";

errors();
counts();
votes();
live();
folds();
replies();
keys();
share();
