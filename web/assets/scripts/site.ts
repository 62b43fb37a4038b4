// What a page gets on top of being whole already: numbers that move, votes without a reload, counted characters, the
// focus on what must be mended. Each part looks for its own marks in the page and does nothing without them.
import { checks } from "./checks";
import { counts } from "./counts";
import { drafts } from "./drafts";
import { errors } from "./errors";
import { folds } from "./folds";
import { keys } from "./keys";
import { install } from "./install";
import { live } from "./live";
import { replies } from "./reply";
import { preview } from "./preview";
import { similar } from "./similar";
import { share } from "./share";
import { votes } from "./votes";

errors();
counts();
preview();
checks();
similar();
drafts();
votes();
live();
folds();
replies();
keys();
install();
share();
