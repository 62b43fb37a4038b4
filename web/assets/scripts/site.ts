// What a page gets on top of being whole already: numbers that move, votes without a reload, answers in place, what is
// typed kept and looked at, a page for when there is no network. Each part looks for its own marks in the page and does
// nothing without them.
import { checks } from "./checks";
import { counts } from "./counts";
import { drafts } from "./drafts";
import { errors } from "./errors";
import { folds } from "./folds";
import { install } from "./install";
import { keys } from "./keys";
import { live } from "./live";
import { preview } from "./preview";
import { replies } from "./reply";
import { share } from "./share";
import { similar } from "./similar";
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
