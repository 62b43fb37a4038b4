### Every word on the pages, in English: the language that must be complete. A test fails when a page uses a message that
### isn't here, and when a message here is used by no page.
###
### Plain English: short sentences, the person's own words, what happened and what to do next. Marks such as <a> and
### <bdi> belong to the message; { $what } is brought by the page and is always text. A name that a person chose stands
### in <bdi>, so that names in any script read well.

## The language itself

language-name = English
language-locale = en_GB
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-day = { $day } { date-month }
date-minute = { date-day } at { $hour }:{ $minute }

## What stands round every page

skip = Skip to main content
site-description = The idea board of { $council }: post ideas for where you live, support those of others, and see what the council answers.
title-error = Error:
nav-main = Main
nav-ideas = Ideas
nav-answers = Answers
nav-admin = Settings
nav-about = About
nav-sign-in = Sign in
nav-new = Post an idea
name-none = Resident
name-former = Former member
footer-title = About this site
footer-about = How it works
footer-guidelines = Guidelines
footer-departments = How the council keeps its promises
footer-transparency = Transparency
footer-privacy = Privacy
footer-cookies = Cookies
footer-accessibility = Accessibility
footer-contact = Write to us
footer-whose = The idea board of { $council }

## What was just done

notice-success = Success
notice-important = Important
notice-posted = Your idea is posted.
notice-next = What happens next
notice-posted-now = <strong>Now:</strong> everybody can read it, vote on it and comment. This page’s address is yours to share.
notice-posted-change = <strong>Until the council takes it up:</strong> you can change it. What it said before stays readable in its history.
notice-posted-until = <strong>Until { $when }:</strong> people can vote. After that the votes stand.
notice-posted-then = <strong>Then:</strong> what becomes of it is said on this page, and on <a class="govuk-notification-banner__link" href="{ $me }">your own page</a>.
notice-waiting = We have your idea.
notice-waiting-now = <strong>Now:</strong> you alone can see it, here and on <a class="govuk-notification-banner__link" href="{ $me }">your own page</a>.
notice-waiting-next = <strong>Next:</strong> a moderator reads it. They check that it keeps to the <a class="govuk-notification-banner__link" href="{ $rules }">guidelines</a>, not whether they agree.
notice-waiting-by = <strong>By { $when }:</strong> a moderator has read it. They check that it keeps to the <a class="govuk-notification-banner__link" href="{ $rules }">guidelines</a>, not whether they agree.
notice-waiting-then = <strong>Then:</strong> everybody can read it, vote on it and comment. This page says where it stands.
notice-saved = Your changes are saved.
notice-saved-more = What the idea said before stays readable in its history.
notice-withdrawn = Your idea is withdrawn.
notice-withdrawn-more = Nobody but you can read it any more.
notice-counted = Your vote is counted.
notice-retracted = Your vote is taken back.
notice-ended = Voting on this idea has ended, so nothing was changed.
notice-not-open = Voting on this idea hasn’t begun, so nothing was changed.
notice-support-only = This question takes votes in support only, so nothing was changed.
notice-commented = Your comment is posted.
notice-comment-saved = Your comment is saved.
notice-comment-waiting = We have your comment. A moderator reads it before everybody can.
notice-edit-waiting = We have your change. A moderator reads it first; until then everybody reads what stood before.
notice-mended = Your changes are saved. A moderator reads it again; until then nobody else can.
notice-comment-deleted = Your comment is deleted.
notice-signed-out = You are signed out.
notice-renamed = Your name is changed.
notice-session-ended = That browser is signed out.
notice-token-revoked = The token is revoked. It no longer works.
notice-draft-dropped = The draft is deleted.
notice-others-ended = Every other browser is signed out.
notice-language = Your language is saved. Letters to you will be in it too.
notice-left = Your account is deleted. Thank you for having been here.
notice-look-saved = The site looks like this now.
notice-look-logo = The logo is changed.
notice-look-reset = The site looks as its configuration says again.
notice-person-invited = The account is made. The letter with the link is on its way.
notice-role-given = They have this role from their next page on.
notice-role-taken = They lose this role with their next page.
notice-campaign-saved = The campaign is saved.
notice-campaign-closed = The campaign is closed.
notice-department-saved = The department is saved.
notice-department-closed = The department is closed. Its answers stay.
notice-department-opened = The department is open again.
notice-officer-added = The officer is in the department now.
notice-officer-removed = The officer is no longer in the department.
notice-promises-saved = The promises are saved. They hold for ideas that get there from now on.
notice-day-set = The day is saved. Running promises follow it.
notice-day-forgotten = The day is forgotten. The usual rules hold for it again.
notice-holidays-chosen = The choice is saved. Running promises follow it.
notice-routes-saved = The rules are saved.
notice-label-saved = The list is saved.
notice-sorted = The place and the tags are saved.

## Forms

back = Back
error-summary = There is a problem
error-prefix = Error:
count-left = Characters left:
count-over = Characters too many:

# What is wrong with a field: problem-, the kind of field, the code. English says the same as the API.
problem-title-empty = Write a title: one line that says what should change.
problem-title-too-short = The title is too short. Use at least { $least } characters.
problem-title-too-long = The title has { $found } characters and { $most } fit. Shorten it; details go in the text below.
problem-title-unprintable = The title has characters that can’t be shown. Type it again, or paste it as plain text.
problem-body-empty = Say a little more: why it matters, and to whom.
problem-body-too-long = The text has { $found } characters and { $most } fit. Shorten it.
problem-body-unprintable = The text has characters that can’t be shown. Type it again, or paste it as plain text.
problem-body-changed = You changed this idea somewhere else meanwhile. Save again to put this text in its place.
problem-body-edited-too-often = This idea was changed 100 times, and no more changes are kept. Say what is new in a comment.
problem-language-invalid = Name the language by its short code, such as en or pt-BR.
problem-campaign-empty = Choose the question that your idea answers.
problem-campaign-invalid = A campaign’s short name has lower-case letters, digits and single hyphens only.
problem-campaign-closed = That question takes no ideas at the moment. Your text is still here: choose another question for it.
problem-reason-empty = Say in a few words why you withdraw it.
problem-reason-too-short = Say in a few words why you withdraw it.
problem-reason-too-long = Keep the reason to { $most } characters.
problem-reason-unprintable = The reason has characters that can’t be shown. Type it again, or paste it as plain text.
problem-comment-empty = Write your comment.
problem-comment-too-long = The comment has { $found } characters and { $most } fit. Shorten it.
problem-comment-unprintable = The comment has characters that can’t be shown. Type it again, or paste it as plain text.
problem-comment-changed = You changed this comment somewhere else meanwhile. Save again to put this text in its place.
problem-comment-closed = This discussion takes no more comments. Your text is still here, so that you can copy it.
problem-comment-too-deep = This thread is as deep as threads go. Reply to a comment further up.
problem-comment-not-found = What you are answering is no longer there. Your text is still here, so that you can copy it.
problem-comment-edited-too-often = This comment was changed 100 times, and no more changes are kept. Reply to it to say more.
problem-stance-invalid = Choose for, against or neither.
problem-email-empty = Enter your email address, like name@example.com.
problem-email-too-long = That is longer than an email address can be. Check it, and enter it again.
problem-email-invalid = Enter an email address in the right form, like name@example.com.
problem-email-unprintable = The email address has hidden characters in it. Type it by hand, like name@example.com.
problem-email-taken = There is an account with this address already. Find it in the list, and give it roles there.
problem-choice-empty = Choose one of these.
problem-moment-not-a-time = Write the day and the time like 2027-03-14 09:00.
problem-colour-not-a-colour = Write the colour as six digits after a hash sign, like #1f5a4c.
problem-colour-contrast = This colour can’t be read well enough. The preview says which shade near it can.
problem-logo-empty = Choose a file first: an SVG or a PNG of at most 100 KB.
problem-logo-too-large = The file is larger than 100 KB. Save a smaller one.
problem-logo-broken = The file is no whole picture. Save it again, and choose the new one.
problem-logo-too-wide = The picture has more than 4,000 pixels on a side. Save a smaller one.
problem-logo-not-plain = The file holds more than a drawing: a script, a link or something from elsewhere. Save it as plain SVG, or as PNG.
problem-logo-not-a-picture = The file must be an SVG or a PNG. Save it as one of these.
problem-look-changed = Somebody else changed the look meanwhile. Below is what you typed: save it once more if it shall stand.
problem-account-role-everybody = Everybody with an account is a citizen. Choose another role.
problem-account-role-own = Nobody changes their own roles. Ask another admin.
problem-account-role-last-admin = This is the last admin. Make somebody else one first.
problem-account-why-empty = Say why in a few words. It stays in the record.
problem-account-why-too-short = Say why in a few words. It stays in the record.
problem-account-why-too-long = This has { $found } characters and { $most } fit. Shorten it.
problem-account-why-unprintable = This has characters that can’t be shown. Type it again.
problem-campaign-changed = Somebody else changed this campaign meanwhile. Below is what you typed: save it once more if it shall stand.
problem-campaign-slug-invalid = A short name has lower-case letters, digits and single hyphens only.
problem-campaign-slug-taken = There is a campaign with this short name already. Choose another one.
problem-campaign-closes-before-opening = It must close after it opens. Choose a later time.
problem-campaign-closes-past = That time has passed. Choose a later one, or leave it empty.
problem-campaign-closes-standing = This campaign is always open. Leave its end empty.
problem-campaign-confirm-early = It would close earlier than people were told. Tick the box if that is meant.
problem-campaign-confirm-not-open = It isn’t open, so there is nothing to close.
problem-campaign-archived-open = Only a campaign that is over can be put away. Close it first.
problem-campaign-fixed-has-ideas = People have posted ideas here, so this stays as it is.
problem-name-empty = Enter the name that others will see.
problem-name-too-short = Use at least { $least } characters for your name.
problem-name-too-long = Use at most { $most } characters for your name. That one has { $found }.
problem-name-unprintable = The name has hidden characters in it. Type it by hand, with letters and spaces.
problem-name-reserved = That name could be taken for somebody who works for the council. Choose another one.
problem-token-empty = Enter a name for the token, so that you know later what it is for.
problem-token-too-long = Use at most { $most } characters for the token's name. That one has { $found }.
problem-token-unprintable = The name has hidden characters in it. Type it by hand.
problem-token-too-many = You have as many tokens as fit. Revoke one first.
problem-leave-last-admin = Nobody else runs this site. Make somebody else an admin first.
problem-leave-empty = Choose what should become of your ideas and comments.
problem-confirm-empty = Type the word “{ me-delete-word }” to confirm.
problem-draft-too-long = That is too long to keep. Shorten it, and try again.
problem-draft-unprintable = The text has hidden characters in it. Take them out.
problem-details-empty = Say in a few words what is wrong, so that it can be checked.
problem-details-too-long = The text has { $found } characters and { $most } fit. Shorten it.
problem-details-unprintable = The text has characters that can’t be shown. Type it again, or paste it as plain text.
problem-ground-empty = Choose what is wrong. If nothing fits, choose “Something else”.
problem-faith-empty = Tick the box to say that you believe what you report.
problem-code-invalid = Enter the 6 digits from the email.
problem-code-wrong = { $left ->
    [1] That is not the code. You can try once more.
   *[other] That is not the code. Check the email and try again: { $left } tries are left.
}
problem-code-too-many = That was one wrong code too many. Use the link in the email, or ask for a new code.
problem-code-used = That code was used already. Ask for a new one.
problem-code-unknown = No code was asked for in this browser. Ask for one here, and type the code here.
problem-code-expired = That code ran out, or a newer one was sent. Use the newest email, or ask for a new code.
problem-words-empty = This can’t be empty. Write a few words.
problem-words-too-short = This is too short. Use at least { $least } characters.
problem-words-too-long = This has { $found } characters and { $most } fit. Shorten it.
problem-words-unprintable = This has characters that can’t be shown. Type it again, or paste it as plain text.
problem-day-not-a-day = Write the day as year, month and day: 2027-03-14.
problem-closure-empty = Choose whether the council is closed or works on that day.
problem-nation-empty = Choose whose bank holidays the council keeps.
problem-officer-no-account = Nobody has an account with this address. Ask them to sign in here once, or run “folkmoot person add EMAIL --role officer” on the machine.
problem-route-empty = A rule needs a campaign, a place, a tag or a word.
problem-label-not-found = This isn’t in the council’s list any more. Choose again.
problem-label-too-many = No more than { $most } fit. Leave some out.
problem-label-taken = There is one of this name already. Choose another name.
problem-assign-empty = Choose a department.
problem-step-supporters-out-of-range = Choose between 1 and { $most } supporters.
problem-step-days-out-of-range = Choose between 1 and { $most } working days.

## New idea

new-title = Post an idea
new-lead = Write it down first. You sign in after that, with your email address only, and nothing you wrote is lost.
new-lead-known = Say what should change and why. You can look at it before you post it.
new-nothing-open = No question is open for ideas at the moment.
new-what = What should change?
new-what-hint = One line, at most { $most } characters. People read it first.
new-why = Why, and how?
new-why-hint = Say why it matters and to whom. Leave out names, addresses and telephone numbers of private people. An empty line begins a new paragraph; *stars* make emphasis.
new-campaign = Which question does it answer?
new-campaign-hint = Choose the one that fits best.
new-language = I am writing in
new-post = Post the idea
new-sign-in = Sign in and post
new-preview = Preview
new-preview-title = This is how it will look
new-preview-more = Nothing is posted yet. Change it below, or post it.
new-preview-done = The preview stands above the form.
new-public = Everybody can read what you post, and the name that you choose. <a class="govuk-link" href="{ $href }">What belongs here, and what doesn’t</a>
new-hints = Before you post it
new-hints-more = These are only hints. You can post it as it is.
new-hints-said = There are hints about your text.
new-near = Has somebody asked already?
new-near-more = If one of these says what you mean, your vote and your comment help it more than a second idea.
new-near-support = { $count ->
    [0] no votes in support yet
    [one] 1 in support
   *[other] { $count } in support
}
new-near-said = Similar ideas are listed below the title.
new-draft-back = What you wrote here before is back.
new-draft-clear = Clear it
edit-draft-clear = Give up the change
hint-phone = A telephone number: { $found }. Everybody will see it, for years. Leave it out unless it is a public one.
hint-email = An email address: { $found }. Everybody will see it, machines that send spam too. Leave it out unless it is a public one.
hint-address = This looks like where somebody lives: { $found }. Name the street or the place without a number.
hint-person = This looks like a private person: { $found }. Say what should change rather than who.
hint-capitals = Most letters are capitals. That reads like shouting, and screen readers may spell it out.
hint-short = It is very short. A sentence about why it matters, and to whom, brings more support.
hint-sentence = A sentence is very long: “{ $found }”. Two short ones are easier to follow.

## What waits for its author

draft-back = Your page
draft-idea = Your idea waits
draft-idea-lead = It isn’t posted yet. Nobody but you can see it.
draft-comment = Your comment waits
draft-comment-lead = It belongs to <a class="govuk-link" href="{ $href }">idea { $number }</a>, and isn’t posted yet.
draft-vote = Your vote waits
draft-vote-support = You wanted to support <a class="govuk-link" href="{ $href }">idea { $number }</a>. It isn’t counted yet.
draft-vote-oppose = You wanted to oppose <a class="govuk-link" href="{ $href }">idea { $number }</a>. It isn’t counted yet.
draft-closed = It could not be finished: this takes nothing more now. What you wrote is still here.
draft-gone = It could not be finished: what it belongs to is no longer there. What you wrote is still here.
draft-deep = It could not be posted: the thread is as deep as threads go. Reply to a comment further up.
draft-busy = You are signed in, but the site was too busy to finish this. Nothing is lost: try again in a moment.
draft-wrong = It could not be finished as it is. Look at it again.
draft-change = Change it first
draft-post = Post it
draft-count = Count my vote
draft-drop = Delete it

## Sign-in

sign-in-idea = Your idea is kept. It is posted as soon as you are signed in.
sign-in-comment = Your comment is kept. It is posted as soon as you are signed in.
sign-in-vote = Your vote waits. It is counted as soon as you are signed in.
sign-in-lead = We send you an email with a link and a 6-digit code. Either lets you in: there is no password.
sign-in-new = If you have no account yet, this makes one. You can delete it at any time.
sign-in-email = Your email address
sign-in-email-hint = We use it to let you in, and show it to nobody.
sign-in-send = Send the email
code-title = Check your email
code-sent = We sent a 6-digit code and a link to <strong>{ $email }</strong>.
code-sent-again = Another code is on its way to <strong>{ $email }</strong>, unless five went there within 15 minutes. Only the newest one works.
code-change = Change the address
code-until = The code and the link work until { $when }.
code-newest = Type the code from the newest email that was asked for in this browser.
code-label = The code
code-hint = 6 digits. You can paste them; spaces don’t matter.
code-none = No email yet?
code-none-spam = It can take a minute or two. Look among the spam as well.
code-other-device = Your mail is on another device? Open it there, and type the code here. The link works in this browser only.
code-pace = At most 5 emails go to one address in 15 minutes. If you have asked that often, wait a little before you ask again.
code-again = Send another email
code-ask-new = Ask for a new code
link-go = Sign in now
link-ready-as = You are about to sign in as <strong>{ $email }</strong>.
link-other = Another browser asked for this link
link-other-why = The link works only in the browser where you asked for it, so that nobody can trick you into signing in for them. It is still good there.
link-other-do = Go back to that browser, and type the 6-digit code from the same email.
link-other-here = Sign in here instead, with a new email
link-expired = This link ran out
link-expired-more = A link is good for 10 minutes, and only the newest one works. Nothing that you wrote is lost.
link-used = This link was used already
link-used-more = Each link lets you in once. If it was you, you are signed in already in the browser where you used it.
link-unknown = We don’t know this link
link-unknown-more = It may be cut off: some mail programs break long links. Copy the whole link, or type the 6-digit code from the email.
link-type = Type the code
link-new = Ask for a new link
welcome-title = What shall others call you?
welcome-lead = You are signed in. Choose the name that other people will see.
welcome-name = Your name on this site
welcome-name-hint = It need not be your full name. You can change it later.
welcome-go = Continue
welcome-where = Where it appears
welcome-where-ideas = Beside the ideas that you post
welcome-where-comments = Beside your comments
welcome-where-votes = Never beside a vote: how you vote is secret
welcome-where-email = Never with your email address: nobody sees that

## Letters

letter-invitation-subject = Your account at { $site }
letter-invitation =
    Hello,

    An account was made for you at { $site }.

    Open this link to sign in:

    { $link }

    The link works once, within { $hours } hours. Keep it to yourself.
    After that, sign in with this address at { $url }

letter-sign-in-subject = Sign in to { $site }
letter-sign-in =
    Hello,

    You asked to sign in to { $site }.

    Open this link in the browser where you asked:

    { $link }

    Or type this code on the page where you asked:

    { $code }

    The link and the code work for { $minutes } minutes, and only once.
    Keep them to yourself. We will never ask you for them, by telephone or by mail.

    If you didn't ask for this, you don't have to do anything: nobody can sign in as you
    without this letter. If such letters keep coming, please tell us: { $url }

## When something went wrong

trouble-home = Go to the first page
trouble-typed = What you wrote
trouble-part = Part { $part } of what you wrote
trouble-search = Look for an idea
trouble-search-go = Search
trouble-incident = If you write to us, quote the number <strong>{ $number }</strong>.
trouble-on = <a class="govuk-link" href="{ $home }">Go to the first page</a>, or write to us at <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>.
not-found-title = Page not found
not-found = If you typed the address, check it. If you followed a link, it may be out of date. You can also look for an idea by its words.
gone-title = This was withdrawn
gone = Its author took it back, so it can no longer be read. Others may have had the same idea.
sign-in-first-title = Sign in first
sign-in-first = This needs an account. Sign in and try again.
suspended-title = You can’t post at present
suspended = A moderator suspended your account for a time. What you wrote was not posted.
suspended-until = You can post again from { $until }. Until then you can read and vote.
forbidden-title = You can’t do this
forbidden = Your account doesn’t allow it. If you think that it should, write to us.
foreign-form-title = This form came from somewhere else
foreign-form = Nothing was changed. Open the page on this site and send the form again.
stale-form-title = This page was open too long
stale-form = Nothing was changed. Copy what you wrote, go back, reload the page and send it again.
bad-request-title = Something in the request is wrong
bad-request-incomplete = The address or the form is not complete.
bad-request-form = The form is not complete. Go back, reload the page and send it again.
bad-request-query = The part of the address after the question mark can’t be read. Take it away and try again.
bad-request-broke-off = The request broke off. Try again.
bad-request-host = The request must name one host.
bad-request-socket = This address speaks WebSocket, with the protocol graphql-transport-ws and no other.
bad-request-live = Name 1 to 50 ideas by their numbers, with commas between them.
bad-request-changed = It has changed meanwhile. Go back, reload the page and try again.
bad-request-language = Choose one of the languages that this site speaks.
bad-request-choice = Choose to support or to oppose the idea.
not-allowed-title = This can’t be done here
not-allowed = The page exists, but not for this kind of request.
too-slow-title = This took too long to arrive
too-slow = Nothing was changed. Check your connection and try again.
too-large-title = This is too large
too-large = Nothing was changed. Go back, make it shorter and send it again.
too-large-most = Nothing was changed. At most { $most } KB can be sent here. Go back, make it shorter and send it again.
unsupported-title = This kind of content is not read here
unsupported = Nothing was changed. Send it in the form that the documentation names.
wrong-host-title = This site has another address
wrong-host = You will find it at { $address }.
too-many-title = That was a lot at once
too-many = Nothing was changed. Wait a little, and try again in { $span }.
span-seconds = { $count ->
    [one] a second
   *[other] { $count } seconds
}
span-minutes = { $count ->
    [one] a minute
   *[other] { $count } minutes
}
span-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
span-days = { $count ->
    [one] a day
   *[other] { $count } days
}
busy-title = The site is busy
busy = What you sent may not have arrived. Try again in { $span }.
internal-title = Something went wrong on our side
internal = We have a record of it. Try again in a few minutes.

## Your own page

me-title = Your page
me-nav = Your page
me-nav-overview = Overview
me-nav-ideas = Ideas
me-nav-votes = Votes
me-nav-comments = Comments
me-nav-account = Account
me-back = Back
me-hello = Hello, <bdi>{ $name }</bdi>. Only you can see this page.
me-hello-nameless = Only you can see this page. <a class="govuk-link" href="{ $href }">Choose the name</a> that others will see beside your ideas and comments.
me-no-more = There is nothing further on. <a class="govuk-link" href="{ $href }">Go to the first page</a>.
me-unreadable = An idea that can’t be read now
me-drafts = Waiting for you
me-decided = What moderators decided
me-decided-open = You can ask another moderator to look again.
me-decided-asked = Another moderator looks again.
me-draft-idea = Idea: <bdi lang="{ $lang }">{ $title }</bdi>
me-draft-comment = Comment on idea { $number }
me-draft-vote = Vote on idea { $number }
me-draft-kept = Kept since { $since }, until { $until }
me-ideas = Your ideas
me-ideas-none = You haven’t posted an idea yet. <a class="govuk-link" href="{ $href }">Post one</a>.
me-ideas-all = All your ideas
me-idea-hidden = Hidden by a moderator
me-idea-support = { $count } in support
me-idea-oppose = { $count } against
me-idea-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
me-votes = Your votes
me-votes-private = Nobody but you can see how you voted. While voting is open, you can change your vote here or take it back.
me-votes-none = You haven’t voted yet. <a class="govuk-link" href="{ $href }">See what others propose</a>.
me-votes-all = All your votes
me-vote-supported = You support it
me-vote-opposed = You oppose it
me-vote-at = you voted on { $when }
me-comments = Your comments
me-comments-none = You haven’t commented yet.
me-comments-all = All your comments
me-stance-for = For
me-stance-against = Against
me-remark-held = Waiting for a moderator
me-remark-hidden = Hidden by a moderator
me-remark-gone = A moderator hid this comment. Only moderators can read it.
me-account = Your account
me-account-open = Name, language and more
me-email = You sign in as <strong>{ $email }</strong>. Nobody else sees this address.
me-sign-out = Sign out
me-name-title = Your name
me-name = Your name on this site
me-name-hint = It stands beside your ideas and comments, never beside a vote.
me-name-save = Change the name
me-language-title = Your language
me-language = Which language do you prefer?
me-language-hint = Pages open in it after you sign in, and our emails to you use it.
me-language-save = Save the language
me-more = More
me-sessions = Where you are signed in
me-sessions-about = See your browsers, and sign out of one you don’t use any more.
me-sessions-lead = These browsers can act for you. Sign out of any that you don’t know or no longer use.
me-sessions-end-others = Sign out everywhere else
me-session-this = this browser
me-session-when = Since { $since }, last seen { $seen }
me-session-named = { $browser }, since { $since }
me-tokens = Access tokens
me-tokens-about = Keys for scripts that act for you.
me-tokens-lead = A token lets a script act for you through the <a class="govuk-link" href="{ $href }">API</a>. Treat it like a key.
me-token-new = Your new access token
me-token-copy = Copy it now. It is shown this once and never again.
me-token-made = Made { $when }
me-token-revoke = Revoke
me-token-name = Name of a new token
me-token-name-hint = So that you know later what it is for.
me-token-make = Make a token
me-export = Export your data
me-export-about = Everything we keep about you, in one JSON file.
me-delete = Delete your account
me-delete-about = Your email address and your name are erased at once.
me-delete-lead = You are about to delete the account of <strong>{ $email }</strong>. This can’t be undone.
me-delete-lead-bare = You are about to delete this account. This can’t be undone.
me-delete-goes = What goes at once
me-delete-goes-email = Your email address, your name and your language.
me-delete-goes-sessions = Every browser and every token that is signed in as you.
me-delete-goes-drafts = Your drafts, and our letters to you that we still have.
me-delete-goes-waiting = Ideas of yours that still wait for a moderator. Nobody will publish them.
me-delete-goes-votes = Your votes on questions that are still open. They are taken back, so that nobody can count twice.
me-delete-stays = What stays
me-delete-stays-votes = Your votes on questions that have closed. They stay counted, because that result is a promise to everybody. Nothing leads from them to you any more: no name and no address is kept with them.
me-delete-stays-answered = Ideas that the council has begun to answer. They show “{ name-former }” in place of your name.
me-delete-stays-hidden = What a moderator hid or rejected. Only moderators can read it.
me-delete-export = You may want to <a class="govuk-link" href="{ $href }">export your data</a> first. Later you can sign up again with the same address, but nothing of this will be yours then.
me-delete-words = What should become of your ideas and comments?
me-delete-keep = They stay, without my name
me-delete-keep-hint = They show “{ name-former }”. The discussion still makes sense to others.
me-delete-take = Take back all that can be taken back
me-delete-take-hint = Ideas are withdrawn, and comments are emptied for good.
me-delete-word = delete
me-delete-confirm = Type the word <strong>{ $word }</strong>
me-delete-confirm-hint = So that nobody deletes an account by a slip.
me-delete-do = Delete my account
me-delete-not = Keep my account

## Profile

profile-since = Member since { $month }
profile-ideas = Ideas
profile-comments = Comments
profile-comments-all = All comments
profile-report = Report this name
profile-back = Ideas and latest comments

## Votes

number = { $count }
vote-title = Vote on “{ $title }”
vote-heading = Vote on “<bdi lang="{ $lang }">{ $title }</bdi>”
vote-support = Support
vote-oppose = Oppose
vote-so-far = “{ $title }”, votes so far:
vote-mine-support = You support this.
vote-mine-oppose = You oppose this.
vote-undo = Undo
vote-undo-which = your vote on “{ $title }”
vote-private = Nobody sees how you voted.
vote-failed = Your vote was not sent. Check your connection and press again.
vote-now = Votes now: { $support } in support.
vote-now-both = Votes now: { $support } in support, { $oppose } against.
vote-supporters = { $count ->
    [0] Nobody supported this here.
    [one] <strong>1</strong> person supported this.
   *[other] <strong>{ $count }</strong> people supported this.
}
vote-opposers = { $count ->
    [0] Nobody opposed it.
    [one] <strong>1</strong> person opposed it.
   *[other] <strong>{ $count }</strong> people opposed it.
}
vote-not-yet = Voting hasn’t begun.
vote-ended = Voting has ended.
vote-settled = This idea takes no votes now.
vote-supported = You supported it.
vote-opposed = You opposed it.

## Discussion

back-to-discussion = Back to the discussion
back-to-comment = Back to the comment
talk-title = Comments
talk-write = Write a comment
talk-post = Post the comment
talk-waits = Comments begin when everybody can read the idea.
talk-closed = This idea takes no more comments.
talk-apart = The comment you came for
talk-apart-why = Its thread is long, so its place is on a later page.
talk-views = How to read the comments
talk-conversation = Conversation
talk-sides = For and against
talk-newest = Newest first
talk-oldest = Oldest first
talk-end = That is the end of the discussion.
talk-nobody = Nobody has commented yet. You could be the first.
talk-show-more = { $count ->
    [one] Show 1 more reply
   *[other] Show { $count } more replies
}
talk-hide-more = { $count ->
    [one] Hide 1 reply
   *[other] Hide { $count } replies
}
sides-none-for = Nobody has said yet why they are for it.
sides-none-against = Nobody has said yet why they are against it.
sides-more-for = More comments for it
sides-more-against = More comments against it
sides-first-for = Back to the first comments for it
sides-first-against = Back to the first comments against it
stance-for = For
stance-against = Against
stance-legend = Where do you stand?
stance-choose-for = For the idea
stance-choose-against = Against the idea
stance-choose-neither = Neither
comment-label = Your comment
comment-most = At most { $most } characters.
comment-sign-in-later = You sign in after this. Your text is kept until then.
comment-sign-in-and-post = Sign in and post
comment-post = Post
comment-replying-to = replying to <bdi>{ $name }</bdi>
comment-replying-to-one = replying to a comment above
comment-replying-earlier = replying to an earlier comment
comment-edited = edited
comment-officer = Council officer · { $department }
comment-credited = The council’s answer used this.
comment-held = Only you and moderators can read this for now.
comment-hidden-mine = A moderator hid this. You can still read it.
comment-hidden-why = See why, and change it
comment-deleted = Its author deleted this comment.
comment-hidden = This comment can’t be read at the moment. A moderator hides it or still has to look at it.
comment-reply = Reply
comment-reply-which = to comment { $number }
comment-which = comment { $number }
comment-replies = { $count ->
    [one] 1 reply
   *[other] { $count } replies
}
comment-edit = Edit
comment-delete = Delete
comment-report = Report
comment-title-new = Comment: { $title }
comment-title-reply = Reply: { $title }
comment-heading-new = Write a comment
comment-heading-reply = Reply to <bdi>{ $name }</bdi>
comment-heading-reply-gone = Reply to a comment
comment-unanswerable = This comment can’t be answered any more. Its author deleted it, or a moderator is looking at it. You can still write a comment of your own.
comment-edit-title = Edit your comment
comment-edit-kept = What it says now stays readable in its history.
comment-edit-held = A moderator reads it after you save it, before everybody can.
comment-save = Save
comment-delete-title = Delete your comment?
comment-delete-means = Its words and your name leave every page for good. Its place stays, so that the replies still make sense.
comment-delete-do = Delete the comment
comment-delete-keep = Keep it
reply-label = Your reply to <bdi>{ $name }</bdi>
reply-post = Post the reply
reply-cancel = Cancel
keys-send = Ctrl and Enter send it (⌘ and Enter on a Mac).
keys-reply = Ctrl and Enter send it (⌘ and Enter on a Mac). Escape closes it.

## About

about-title = How it works
about-lead = { $council } asks questions here, and listens. Anybody can read everything. To post, vote or comment, you sign in with your email address; there is no password to remember.
about-look-title = See what others say
about-look = Look through the <a class="govuk-link" href="{ $ideas }">questions and ideas</a>. If somebody has asked for the same already, your support there weighs more than a second idea.
about-write-title = Post your idea
about-write = <a class="govuk-link" href="{ $new }">Write first</a>, sign in afterwards: what you wrote waits for you. Most questions show an idea at once. For some, a moderator checks it against the <a class="govuk-link" href="{ $guidelines }">guidelines</a> first.
about-vote-title = Vote, and talk it over
about-vote = You have one vote on each idea, and you can change it. Say in a comment what speaks for an idea or against it.
about-follow-title = See what becomes of it
about-follow = Every idea shows where it stands, to everybody. Whatever changes in its words stays readable in its history.
about-votes-title = How votes are counted
about-votes-count = Each person has one vote on each idea. While voting is open you can change it or take it back, and what you chose last stands. A vote that arrives before the closing time counts. One that arrives after it doesn’t.
about-votes-private = Nobody sees how you voted: pages, files and the API show sums only. A question says whether people can only support its ideas, or oppose them too.
about-orders-title = How lists are ordered
about-orders = Nobody orders ideas by hand. These are the formulas:
about-order-newest = <strong>Newest</strong>: the latest first.
about-order-fewest = <strong>Fewest votes yet</strong>: by the number of votes, the smallest first.
about-order-supported = <strong>Most supported</strong>: by the lower end of the share of people in favour, at 95&nbsp;% confidence (Wilson’s score interval). So 290 in favour of 300 stand above 3 of 3. With <em>n</em> votes, a share of <em>p</em> in favour and <em>z</em>&nbsp;=&nbsp;1.96 it is <span class="fm-formula">(&nbsp;p + z²&nbsp;⁄&nbsp;2n − z&nbsp;·&nbsp;√(&nbsp;(&nbsp;p&nbsp;(1&nbsp;−&nbsp;p) + z²&nbsp;⁄&nbsp;4n&nbsp;) ⁄&nbsp;n&nbsp;)&nbsp;) ⁄&nbsp;(&nbsp;1 + z²&nbsp;⁄&nbsp;n&nbsp;)</span>
about-order-trending = <strong>Trending</strong>: by the time an idea was posted, plus a lead for its votes. <span class="fm-formula">seconds since 1970 + 45,000 × log₁₀(&nbsp;max(&nbsp;1, support − opposition&nbsp;)&nbsp;)</span> Ten times the support weighs as much as being 12½&nbsp;hours newer.
about-who-title = Who is behind it
about-who = This board belongs to { $council }, who answers for what is done with your ideas. It runs on Folkmoot, open-source software that any council may use and anybody may check.
about-contact = Is something wrong, or missing? Write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>.
about-software-title = For software
about-software = Ideas, votes, comments, reports and what moderators decide can also be read and done through the <a class="govuk-link" href="{ $api }">GraphQL API</a>, by the same rules.
about-demo-title = This demonstration

## Guidelines

guidelines-title = Guidelines
guidelines-lead = This is a place for ideas about what should change here, and for honest talk about them. These few rules keep it one.
guidelines-helps-title = What helps
guidelines-helps-one = One idea at a time, with a title that says what should change.
guidelines-helps-why = Why it matters, and to whom. What you have seen yourself counts.
guidelines-helps-look = A look at what is there already. Your support for it weighs more than a second idea.
guidelines-helps-answer = Answers to what people say, not to who they are. Disagree, and give your reasons.
guidelines-not-title = What doesn’t belong here
guidelines-not-contempt = Insults, threats, and contempt for people because of what they are.
guidelines-not-private = Names, addresses or telephone numbers of private people.
guidelines-not-accuse = Accusations that you can’t show to be true.
guidelines-not-advertise = Advertising, and the same text again and again.
guidelines-not-pretend = Passing yourself off as somebody else, or as the council.
guidelines-then-title = What happens then
guidelines-then-review = Some questions show an idea only after a moderator has read it. You can see it all the while, on your own page.
guidelines-then-hide = What breaks these rules can be hidden or refused by a moderator. It is not destroyed, so a mistake can be put right. You are told why, by which rule, and how to mend it.
guidelines-then-appeal = Do you think that a moderator was wrong? Ask another one to look again, within 180 days. The letter about the decision leads there, and so does the page of what you wrote, from <a class="govuk-link" href="{ $me }">your own page</a>. If you reported something and it stayed, the page of your report leads there.
guidelines-then-report = Have you seen something that breaks the rules? Each idea and each comment has a link to report it. You needn’t sign in.
guidelines-then-figures = What moderators decided is public, in numbers and one by one: see <a class="govuk-link" href="{ $transparency }">transparency</a>.
guidelines-urgent-title = If it is urgent
guidelines-urgent = Nobody watches this board around the clock. If somebody is in danger, call the emergency services: 999 or 112.
guidelines-standard = These are the standard rules that come with Folkmoot. { $council } has not published rules of its own.
guidelines-version = Version { $version }, since { $when }
guidelines-past = This is an earlier version. <a class="govuk-link" href="{ $href }">Read the rules that count now</a>.
guidelines-versions = Every version

## Privacy

privacy-title = Privacy
privacy-lead = We store what the board needs to work, and nothing else. Nothing on these pages comes from another site, and nobody follows you across them.
privacy-stored-title = What is stored, why, and for how long
privacy-email = Your email address
privacy-email-why = To let you in, and to send the letters you ask for. It is never shown to anybody else.
privacy-email-time = As long as you have an account.
privacy-name = The name you chose
privacy-name-why = It stands beside your ideas and comments, for everybody to read. It needn’t be your real one, and you can change it on <a class="govuk-link" href="{ $me }">your own page</a>.
privacy-name-time = As long as you have an account.
privacy-words = Your ideas and comments
privacy-words-why = They are what the board is for. Everybody can read them and their earlier versions.
privacy-words-time = As long as the board exists. A comment that you delete is erased at once, with its earlier versions. An idea that you withdraw can be read by nobody but you.
privacy-votes = Your votes
privacy-votes-why = So that each person counts once. Each change is noted, so that the count can be checked. Pages, files and the API give sums only; nobody is told how you voted.
privacy-votes-time = As long as the idea exists.
privacy-drafts = What you wrote before signing in
privacy-drafts-why = So that it isn’t lost while you open your mail.
privacy-drafts-time = A week.
privacy-sessions = Where you are signed in
privacy-sessions-why = The kind of browser, since when, and when it was last seen. The list is on <a class="govuk-link" href="{ $me }">your own page</a>, and you can end each.
privacy-sessions-time = Until you sign out, 90 days at the most.
privacy-letters = Letters with links and codes
privacy-letters-why = To send them to you.
privacy-letters-time = A letter for a day after it was sent, or 30 days if it couldn’t be. Each attempt to sign in for a day after its link ended.
privacy-notices = What you want to hear of
privacy-notices-why = The ideas that you follow or want to hear nothing of, and how often we may write. We also note what waits for your next letter. The list is in the file on <a class="govuk-link" href="{ $me }">your own page</a>. Nobody else sees it.
privacy-notices-time = As long as the idea exists and you have an account. News for 30 days after everybody was told. A letter for a day after it was sent, or 30 days if it couldn’t be.
privacy-reports = What you report
privacy-reports-why = Which idea or comment, what is wrong with it, and an email address if you gave one for the answer. The author never learns who reported.
privacy-reports-time = As long as the idea or the comment exists.
privacy-tokens = Access tokens
privacy-tokens-why = So that programs of yours can act for you. Only people who made one have any.
privacy-tokens-time = Until you revoke them.
privacy-digests = Links, codes, sessions and tokens are stored as digests: whoever steals the list can’t use it.
privacy-log = The program’s log notes which kind of page was asked for, when, and how long the answer took. It holds no network address, no name, and nothing that you typed. Who sends a flood of requests is slowed down: for that, network addresses are remembered for minutes, and written nowhere.
privacy-cookies = Two <a class="govuk-link" href="{ $cookies }">cookies</a> make signing in and writing work.
privacy-public-title = What everybody can see
privacy-public = Your ideas, your comments, the name you chose, and the times you posted. So leave out what you wouldn’t put on a notice board: where you live, your telephone number, anybody’s health.
privacy-who-title = Who is responsible
privacy-who = { $council } is responsible for what is stored here (the “controller”). It does this as part of its public task: article 6(1)(e) of the UK General Data Protection Regulation. It sells nothing and passes nothing on.
privacy-rights-title = Your rights
privacy-rights = You can ask us to:
privacy-right-see = show you everything that is stored about you
privacy-right-correct = correct what is wrong
privacy-right-erase = delete your account and what belongs to it
privacy-right-object = stop using something, and tell us why
privacy-ask = Write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> from the address that you sign in with. You get an answer within one month.
privacy-complain = If the answer doesn’t satisfy you, you can <a class="govuk-link" href="{ $office }">complain to the Information Commissioner’s Office</a>.

## Cookies

cookies-title = Cookies
cookies-lead = Just reading sets no cookie. There are two, and both are needed for what you ask the site to do.
cookies-need = That is why no banner asks for your consent: there is nothing to refuse. No script and no other site can read them.
cookies-table = The cookies that this site sets
cookies-name = Name
cookies-purpose = When, and what for
cookies-time = How long
cookies-browser-why = When you open a form. It ties what you write, and the email that signs you in, to this browser.
cookies-browser-time = { $days ->
    [one] One day
   *[other] { $days } days
}
cookies-session-why = When you sign in. It keeps you signed in.
cookies-session-time = { $days ->
    [one] One day at the most, or until you sign out. For people who work on the board: 12 hours at the most.
   *[other] { $days } days at the most, or until you sign out. For people who work on the board: 12 hours at the most.
}
cookies-none-title = What we don’t use
cookies-none = No statistics, no advertising, no fonts, videos or buttons from other sites.
cookies-kept-title = What your browser keeps besides
cookies-kept = Your browser may keep the style and the script of these pages, and one page that says when you are offline. They are the same for everybody and hold nothing about you.
cookies-kept-drafts = What you are writing is kept in the tab that you write it in, and nowhere else. It is gone once you send it, sign out, or close the tab.
cookies-kept-effort = While an officer answers an idea, the tab counts the fields and buttons that it takes, and the minutes. Nobody else is told. It is gone once the answer is sent, they sign out or the tab is closed.
cookies-off-title = If you turn cookies off
cookies-off = You can read everything as before. Signing in and posting won’t work. What the site itself stores is on the page about <a class="govuk-link" href="{ $privacy }">privacy</a>.

## Accessibility

access-title = Accessibility statement
access-for = Accessibility statement for { $site }
access-scope = This accessibility statement applies to <a class="govuk-link" href="{ $address }">{ $address }</a>.
access-who = This website is run by { $council }. We want as many people as possible to be able to use it. For example, that means you should be able to:
access-can-see = change colours, contrast levels and fonts using browser or device settings, in light and in dark
access-can-zoom = zoom in up to 400% without the text spilling off the screen
access-can-keyboard = use all of it using a keyboard or speech recognition software
access-can-listen = listen to all of it using a screen reader
access-can-script = use every page and every form without JavaScript
access-can-sign-in = sign in without a password, a puzzle or a picture
access-plain = We’ve also made the website text as simple as possible to understand.
access-abilitynet = <a class="govuk-link" href="{ $advice }">AbilityNet</a> has advice on making your device easier to use if you have a disability.
access-how-title = How accessible this website is
access-how = We know some parts of this website are not fully accessible, or that nobody has made sure yet:
access-not-tested = it is not yet tested with users of assistive technology, nor by an independent assessor
access-not-ours = what people write here may be hard to read, and links in it may lead to pages that are not accessible
access-not-explorer = the <a class="govuk-link" href="{ $api }">API explorer</a>, a tool for programmers, needs JavaScript and is hard to use with a keyboard
access-feedback-title = Feedback and contact information
access-feedback = If you need information on this website in a different format, like large print, easy read, audio recording or braille, write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>. We’ll consider your request and get back to you within 10 working days.
access-report-title = Reporting accessibility problems with this website
access-report = We’re always looking to improve the accessibility of this website. If you find any problems not listed on this page or think we’re not meeting accessibility requirements, write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> and say which page it was.
access-enforce-title = Enforcement procedure
access-enforce = The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, <a class="govuk-link" href="{ $service }">contact the Equality Advisory and Support Service (EASS)</a>.
access-technical-title = Technical information about this website’s accessibility
access-technical = { $council } is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
access-status-title = Compliance status
access-status = This website is partially compliant with the <a class="govuk-link" href="{ $guidelines }">Web Content Accessibility Guidelines version 2.2</a> AA standard, due to the non-compliances listed below.
access-content-title = Non-accessible content
access-content-tests = Automated checks find no failure on our pages. They find only part of what there is to find, and people who use assistive technology have not yet tested the site. So we don’t claim more.
access-content-people = What people write may lack structure, or use unclear link text (WCAG 2.2 success criteria 1.3.1 and 2.4.4). We don’t change people’s words. Tell us, and we’ll help you read them.
access-content-explorer = The API explorer is a tool of another maker (WCAG 2.2 success criteria 2.1.1 and 4.1.2). Everything that it does can be done with any program that sends requests.
access-burden-title = Disproportionate burden
access-burden = We claim none.
access-doing-title = What we’re doing to improve accessibility
access-doing = Every change to the software is checked by machine against WCAG 2.2 AA. The checks go through the pages that people come to, in the states they can be in. They look at three widths, in light and dark, with and without JavaScript. A few pages are walked through by keyboard alone, and read as a screen reader would be given them. Next comes testing with people who use assistive technology. What they find will be listed here.
access-prepared-title = Preparation of this accessibility statement
access-prepared = This statement was prepared on { $when } and last reviewed on the same day.
access-tested = The software’s makers test its pages by automated checks, in Chromium. Pages for council staff are tested as they come. Nobody has tested it yet with users of assistive technology.

## Transparency

transparency-title = Transparency
transparency-lead = This is where { $council } accounts for how ideas are treated here.
transparency-figures-title = Moderation in the last { $days } days
transparency-figures-how = Moderators look at what is reported and at what waits, by the <a class="govuk-link" href="{ $guidelines }">guidelines</a>. These are the figures, of the latest 10,000 decisions at the most.
transparency-figures-at = Counted on { $when }. The figures are at most { $minutes } minutes old.
transparency-figures-none = Nothing was decided in this time.
transparency-all = At a glance
transparency-decided = Decisions
transparency-median = Half of what waited was decided within
transparency-appeals = Appeals that were answered
transparency-overturned = Of these, the decision was overturned
transparency-undone = Taken back by moderators themselves, and not counted above
transparency-acts = What was decided
transparency-act = Decision
transparency-reasons = Why something was taken from its author
transparency-reason = Reason
transparency-count = How often
transparency-log = Every decision, one by one
transparency-figures-file = These figures for a spreadsheet (CSV)
transparency-log-file = The latest 10,000 decisions for a spreadsheet (CSV)
transparency-today-title = What you can check today
transparency-today-orders = <a class="govuk-link" href="{ $orders }">How lists are ordered</a>: the formulas are published, and nobody moves an idea by hand.
transparency-today-votes = <a class="govuk-link" href="{ $votes }">How votes are counted</a>: each person once, and a count always equals its votes.
transparency-today-history = Every idea shows its status, and every earlier version of what it said.
transparency-today-record = Every act of moderation stands in a record that only grows. Each entry is sealed together with the one before it, so the council can show that none was changed or taken out.
transparency-today-api = All public data can be read by software, through the <a class="govuk-link" href="{ $api }">API</a>, by anybody.
transparency-later-title = What is not counted yet
transparency-later = Officers’ answers are not counted here yet:
transparency-later-answers = how many ideas were answered in time, answered late, and carried out
transparency-later-time = how long answers took

## The public log

log-title = What moderators decided
log-lead = Every decision, the latest first: what was done, to what, and why. Names, titles and what people wrote are left out.
log-none = Nothing was decided yet.
log-when = When
log-what = What was done
log-on = To what
log-why = Reason
log-since = Since then
log-account = An account
log-gone = Something that is gone
log-undone = Taken back
log-appealed = Appealed, not answered yet
log-PUBLISH = Published
log-PUBLISH_AND_TRUST = Published, and its author is trusted from now on
log-KEEP = Looked at, and kept as it is
log-REJECT = Not published
log-HIDE = Hidden
log-HOLD = Hidden until a moderator has looked, because several people reported it
log-RESTORE = Made public again
log-REDACT = Some words taken out
log-MERGE = Merged into another idea
log-MOVE = Moved to another question
log-WARN = Warned
log-SUSPEND = Suspended for a time
log-RESET_NAME = Public name taken away
log-UPHOLD = Looked at again: the decision stands
log-OVERTURN = Looked at again: the decision was overturned

## Installable

offline-title = You’re offline
offline-words = This page needs a connection, and there is none just now.
offline-kept = What you sent before is safe. If you were writing something, go back: most browsers still have it.
offline-again = Try again

## The demonstration’s own pages

dev-mail-title = Letters
dev-mail-lead = This is a demonstration: no letter leaves it. The newest stands first.
dev-mail-none = No letters yet. One appears when somebody signs in.
dev-mail-to = To { $to }
dev-parts-title = Components
dev-parts-lead = Every part that pages are made of, in every state, with made-up content. Look at it on a phone, in the dark, in high contrast, and in each language.
dev-parts-colours = Colours
dev-parts-buttons = Buttons
dev-parts-statuses = Statuses
dev-parts-cards = Ideas in a list
dev-parts-votes = Votes
dev-parts-thread = A discussion
dev-parts-form = A form with something to mend
dev-parts-label = A question with one line
dev-parts-hint = A hint says what helps.
dev-parts-text = A question with room to write
dev-parts-choice = A question with choices
dev-parts-choose = One of many
dev-parts-one = The first
dev-parts-two = The second
dev-parts-wrong = Say what to mend
dev-parts-facts = Facts
dev-parts-notices = Notices
dev-parts-signed-in = Signed in, with a long name
dev-parts-refused = Nothing was changed
dev-parts-inset = A remark that stands apart.
dev-parts-details = What opens when it is asked for
dev-parts-pages = Pages
dev-parts-search = Searching
dev-parts-campaigns = Questions of the council
dev-parts-answers = The council’s answer and what happened
dev-parts-over = Too much in a field
dev-parts-receipt = A report that was taken
dev-parts-writing = Writing, with something to mend
dev-parts-several = A question with several answers
dev-parts-change = What changed in a text
dev-parts-told = What somebody is told
dev-parts-own = Somebody’s own page

## Where an idea stands

status-SUBMITTED = Waiting to be checked
status-PUBLISHED = Published
status-AWAITING_REPLY = Awaiting the council’s reply
status-UNDER_REVIEW = Under review
status-PLANNED = Planned
status-IN_PROGRESS = In progress
status-DONE = Done
status-DECLINED = Declined
status-NOT_OURS = Not the council’s to decide
status-WITHDRAWN = Withdrawn
status-MERGED = Merged
status-REJECTED = Not published

## Home

home-title = Ideas for { $council }
home-heading = What should change where you live?
home-lead = { $council } asks, and anybody may answer. Read what others propose, vote on it, and see what becomes of it.
home-search = Search all ideas
home-post = Post an idea
home-post-more = It takes a minute. You sign in only when it is written.
home-how = How it works
home-how-post = <strong>Post an idea.</strong> Write it first. To sign in you need no more than your email address.
home-how-vote = <strong>Vote and discuss.</strong> Everybody sees the counts. Nobody sees how you voted.
home-how-answer = <strong>See what becomes of it.</strong> Every idea says where it stands with the council.
home-asks = What the council asks
home-asks-none = No question is open just now. Everything that was proposed stays here to read.
home-rising = Rising now
home-all = See all ideas
home-answered = Ideas the council has answered
home-answered-all = Everything that the council has answered
home-answered-none = The council hasn’t answered an idea yet. When it does, you will read it here.

## Campaigns in lists

ask-opens = Opens on { $when }
ask-ideas = { $count ->
    [0] No ideas yet
    [one] 1 idea
   *[other] { $count } ideas
}
ask-ideas-more = { $count } ideas or more
ends-left = { $days ->
    [0] Less than a day left
    [one] 1 day left
   *[other] { $days } days left
}
ends-at = (until { $when })
ends-never = Always open

## Lists

search = Search
order-label = Order of the list
order-trending = Trending
order-most-supported = Most supported
order-newest = Newest
order-fewest-votes = Fewest votes yet
pager-ideas = Pages of ideas
pager-comments = Pages of comments
pager-previous = Previous page
pager-next = Next page
pager-page = { $title }, page { $page }
list-nothing = There are no ideas yet.
list-first = Post the first one
list-end = That is the end of the list.
list-begin = Go back to the beginning

## Ideas in lists

card-part = Part of <a class="govuk-link govuk-link--muted" href="{ $href }"><bdi lang="{ $lang }">{ $question }</bdi></a>
card-by = by <bdi>{ $author }</bdi>
card-comments = { $count ->
    [0] No comments
    [one] 1 comment
   *[other] { $count } comments
}<span class="govuk-visually-hidden"> on “<bdi>{ $title }</bdi>”</span>
ideas-title = Ideas
ideas-title-mine = Your ideas
ideas-title-search = Ideas with “{ $words }”
ideas-search = Search in ideas
ideas-search-short = Type at least two letters to search.
ideas-search-long = Use fewer words: at most { $most } characters fit.
ideas-question = Question
ideas-question-all = All questions
ideas-status = Status
ideas-status-all = Any status
ideas-place = Place
ideas-place-all = Anywhere
ideas-tag = Tag
ideas-tag-all = Any tag
ideas-mine = Only my ideas
ideas-chips = Showing only
ideas-chip-remove = Take away:
ideas-count = { $count ->
    [0] No idea matches
    [one] 1 idea matches
   *[other] { $count } ideas match
}
ideas-count-more = { $count } ideas match, or more
ideas-list = The list
ideas-asks = Questions open now
ideas-none-search = No idea says “<bdi>{ $words }</bdi>”.
ideas-none-search-more = Try fewer words or other ones. Or be the first to say it:
ideas-none-post = Post “<bdi>{ $words }</bdi>” as an idea
ideas-none-mine = You have no ideas here yet.
ideas-none-filter = No idea matches just now.
ideas-none-filter-more = Take one of the filters above away, or choose another question or status.

## Campaign

campaign-asks = { $council } asks
campaign-answer = Answer with an idea
campaign-rules = How this question works
campaign-left = Time left
campaign-opens = Opens
campaign-opened = Opened
campaign-closed = Closed
campaign-closes = Closes
campaign-votes = Votes
campaign-votes-both = You can support or oppose each idea, and change your mind until the question closes.
campaign-votes-support = You can support each idea, and take your support back until the question closes.
campaign-votes-both-over = People could support or oppose each idea.
campaign-votes-support-over = People could support each idea.
campaign-new = New ideas and comments
campaign-promises = What the council promises
campaign-new-STRAIGHT_AWAY = Everybody can read them at once.
campaign-new-UNLESS_FLAGGED = Everybody can read them at once. A moderator reads first what looks like spam or private data.
campaign-new-FIRST_POSTS = A moderator reads what somebody writes here for the first time before everybody can. After that, it is there at once.
campaign-new-AFTER_REVIEW = A moderator reads each one before everybody can. Of people whom moderators trust, only what looks wrong.
campaign-over = This question closed on { $when }. It takes no more ideas or votes.
campaign-over-next = Its ideas stay here to read, and each one says where it stands with the council. <a class="govuk-link" href="{ $href }">See which questions are open now</a>.
campaign-not-yet = This question opens on { $when }.
campaign-not-yet-next = From then on you can answer it and vote on what others propose. Until then, <a class="govuk-link" href="{ $href }">see which questions are open now</a>.
campaign-search = Search in these ideas
campaign-none = Nobody has answered yet.
campaign-none-post = Post the first idea
campaign-none-yet = Ideas will stand here once it is open.
campaign-none-over = Nobody answered this question.

## An idea

back-to-idea = Back to the idea
idea-back = All ideas
idea-title-more = { $title }, more comments
idea-part-of = Part of <a class="govuk-link" href="{ $href }"><bdi lang="{ $lang }">{ $question }</bdi></a>
idea-by = by <bdi>{ $name }</bdi>
idea-by-linked = by <a class="govuk-link govuk-link--muted" href="{ $href }"><bdi>{ $name }</bdi></a>
idea-edited = edited { $when }
idea-number = Idea { $number }
idea-place = Place:
idea-tags = Tags:
idea-waits = This idea waits for a moderator. Nobody but its author and moderators can read it yet.
idea-hidden = A moderator hides this idea at the moment. Nobody but its author and moderators can read it.
idea-change-waits = A change of yours waits for a moderator. <a class="govuk-link" href="{ $href }">Look at it, or change it again</a>.
idea-change-refused = A moderator did not publish your last change. <a class="govuk-link" href="{ $href }">Read why, and mend it</a>.
idea-withdrawn = This idea was withdrawn: { $reason }
idea-edit = Edit your idea
idea-withdraw = Withdraw your idea
idea-report = Report this idea
idea-vote = Your vote
idea-votes = How people voted
idea-printed = Idea { $number }. { $support ->
    [one] { $support } vote in support
   *[other] { $support } votes in support
}, { $oppose } against, { $comments ->
    [one] { $comments } comment
   *[other] { $comments } comments
}. { $address }
idea-words = The idea itself
idea-answer = The council’s answer
idea-answer-SUBMITTED = There is no answer yet. A moderator reads the idea first.
idea-answer-PUBLISHED = There is no answer yet. Somebody at the council has to take the idea up first. What they say will stand here.
idea-answer-AWAITING_REPLY = There is no answer yet, and one is due: enough people support this idea for the council to owe a reply.
idea-answer-UNDER_REVIEW = There is no answer yet. The council is working on it.
idea-answer-PLANNED = The council says that it will do this. It hasn’t written more here yet.
idea-answer-IN_PROGRESS = The council says that it is doing this. It hasn’t written more here yet.
idea-answer-DONE = The council says that this has been done. It hasn’t written more here yet.
idea-answer-DECLINED = The council says that it won’t do this. It hasn’t written its reasons here yet.
idea-answer-NOT_OURS = The council says that somebody else decides this. It hasn’t written here yet who that is.
idea-answer-WITHDRAWN = There will be no answer: the idea was withdrawn.
idea-answer-MERGED = This idea lives on in another one. The answer to that one is the answer to this one too.
idea-answer-REJECTED = There will be no answer: the idea isn’t published.
idea-next = What happens next
idea-next-waiting = A moderator reads it. If it keeps to the guidelines, everybody can then read it, vote on it and comment.
idea-next-waiting-by = A moderator reads it by { $when }. If it keeps to the guidelines, everybody can then read it, vote on it and comment.
idea-next-waiting-mine = Until then you can still change it or take it back. This page and your own page show where it stands.
idea-next-hidden = It stays hidden, unless another moderator decides otherwise. Only its author and moderators can read it.
idea-next-held = People reported it. A moderator decides by { $when } whether everybody can read it again.
idea-next-opens = Voting begins on { $when }.
idea-next-open-until = You can vote until { $when }, and change your vote until then. After that the votes stand.
idea-next-open = You can vote at any time, and change your vote. Voting has no closing date.
idea-next-ended = Voting ended on { $when }. The votes stand as they are. The next word is the council’s, and no date is set for it.
idea-next-ended-promised = Voting ended on { $when }. The votes stand as they are. The next word is the council’s.
idea-next-under-way = Votes and comments are closed. When the council takes the next step, it shows here.
idea-next-merged = Votes and comments go to the other idea now.
idea-next-rejected = Its author can change it and send it in again. Only they and moderators can read it.
idea-next-not-public = Nothing. Only its author and moderators can still read it.
idea-next-over = Nothing more is to come. The idea stays here to be read.

timeline-title = So far
timeline-posted = Posted
timeline-published = Posted and published
timeline-public = Published
timeline-edited = { $count ->
    [one] Edited once
   *[other] Edited { $count } times
}
timeline-opens = Voting opens
timeline-closes = Voting closes
timeline-closed = Voting closed
timeline-withdrawn = Withdrawn
timeline-council = the council
timeline-reached = { $count ->
    [one] 1 supporter reached
   *[other] { $count } supporters reached
}
timeline-assigned = Given to { $department }
timeline-acknowledged = Seen by { $department }
timeline-committee = Brought to a committee by { $department }
timeline-paused = The clock stands still
timeline-resumed = The clock runs again
timeline-extended = { $count ->
    [one] The council takes 1 working day longer
   *[other] The council takes { $count } working days longer
}
timeline-replied = Answered by { $department }
timeline-moved = The council moved it on
timeline-milestone = A step was set by { $department }
timeline-claimed = What came of a step, as { $department } says
timeline-reopened = Many said that it didn’t happen: the council looks again
timeline-revised = The answer was revised by { $department }

## The council’s answer in full

reply-answered = The council answered:
reply-by = <bdi>{ $role }</bdi>, <bdi>{ $department }</bdi>
reply-arguments = What became of your arguments
reply-until = Ask again from
reply-refer-to = Who to ask
reply-cost = What it costs
reply-next-step = What happens next
reply-next-date = By
reply-revised = Revised { $when }.
reply-history = What it said before
reply-others = { $count ->
    [one] The same answer goes to one more idea
   *[other] The same answer goes to { $count } more ideas
}
reply-outcome = The answer in a word
reply-reasons = The reasons
reply-role = Who answers
reply-history-title = What the council’s answer said
reply-history-title-of = What the council’s answer said: { $title }
reply-history-never = The answer has never been changed.
reply-history-why = Why it was changed:
answer-live = The council has just answered. The answer stands on this page now.

## What the council promises

supporters = { $count ->
    [one] 1 supporter
   *[other] { $count } supporters
}
working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
promise-due-ACKNOWLEDGE = The council has promised to say by { $when } that it has seen this.
promise-due-REPLY = The council has promised an answer by { $when }.
promise-due-COMMITTEE = The council has promised to bring this to a committee by { $when }.
promise-late-ACKNOWLEDGE = The council promised to say by { $when } that it has seen this. It is late.
promise-late-REPLY = The council promised an answer by { $when }. It is late.
promise-late-COMMITTEE = The council promised to bring this to a committee by { $when }. It is late.
promise-paused-ACKNOWLEDGE = The council has promised to say that it has seen this. The clock stands still, for this reason:
promise-paused-REPLY = The council has promised an answer. The clock stands still, for this reason:
promise-paused-COMMITTEE = The council has promised to bring this to a committee. The clock stands still, for this reason:
promise-kept-ACKNOWLEDGE = The council promised to say by { $when } that it has seen this. It did so on { $on }, in time.
promise-kept-REPLY = The council promised an answer by { $when }. It answered on { $on }, in time.
promise-kept-COMMITTEE = The council promised to bring this to a committee by { $when }. It did so on { $on }, in time.
promise-kept-late-ACKNOWLEDGE = The council promised to say by { $when } that it has seen this. It did so on { $on }, { $late }.
promise-kept-late-REPLY = The council promised an answer by { $when }. It answered on { $on }, { $late }.
promise-kept-late-COMMITTEE = The council promised to bring this to a committee by { $when }. It did so on { $on }, { $late }.
promise-kept-paused-ACKNOWLEDGE = The council said on { $on } that it has seen this, while the clock stood still.
promise-kept-paused-REPLY = The council promised an answer. It answered on { $on }, while the clock stood still.
promise-kept-paused-COMMITTEE = The council brought this to a committee on { $on }, while the clock stood still.
promise-days-late = { $count ->
    [0] late
    [one] 1 working day late
   *[other] { $count } working days late
}
promise-at-ACKNOWLEDGE = At { $supporters } the council says within { $days } that it has seen the idea.
promise-at-REPLY = At { $supporters } the council replies within { $days }.
promise-at-COMMITTEE = At { $supporters } the council brings the idea to a committee within { $days }.
promise-left = { $count ->
    [one] 1 more to go.
   *[other] { $count } more to go.
}
promise-how = How this date was worked out
promise-line-reached = The idea got to { $supporters } on { $when }.
promise-line-counted = { $days } from there would be { $when }.
promise-line-stood = The clock stood still from { $from } to { $to }. That adds { $days }.
promise-line-extended = On { $when } the council took { $days } more.
promise-line-due = So the promise ends with { $when }.
promise-line-paused = The clock stands still now. Its day is worked out again when it runs.
promises-title = How dates are worked out
promises-lead = The council promises answers within working days. This is how they are counted, so that you can count them too.
promises-count = How we count
promises-starts = The clock starts by itself on the day on which an idea gets to the number of supporters.
promises-days = Working days are Monday to Friday, without bank holidays and without the days that the council closes besides.
promises-first = The first working day after that day is day 1.
promises-ends = A promise ends with its last day, at midnight on the council’s own clock. From the next day on it is late.
promises-pause = Whoever answers may stop the clock, for a reason that everybody can read. Working days in between are added.
promises-longer = They may also take more working days, with a reason that everybody can read.
promises-stays = When a campaign changes what it promises, what was promised already stays.
promises-own = The council’s own days
promises-own-none = The council has set no days of its own.
promises-own-lead = On these days the council does otherwise than the rules say:
promises-closed = The council is closed.
promises-open = The council works.
promises-holidays = Bank holidays
promises-holidays-of = The council keeps the bank holidays of { $nation }. One that falls on a weekend has a substitute day.
promises-day = Day
promises-holiday = Holiday
nation-ENGLAND_AND_WALES = England and Wales
nation-SCOTLAND = Scotland
nation-NORTHERN_IRELAND = Northern Ireland
holiday-new-year = New Year’s Day
holiday-second-of-january = 2 January
holiday-saint-patrick = St Patrick’s Day
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-early-may = Early May bank holiday
holiday-spring = Spring bank holiday
holiday-twelfth-of-july = Battle of the Boyne (Orangemen’s Day)
holiday-summer = Summer bank holiday
holiday-saint-andrew = St Andrew’s Day
holiday-christmas = Christmas Day
holiday-boxing = Boxing Day

## You said, we did

answers-title = You said, the council answered
answers-lead = Every idea that the council has answered, the latest answer first. <a class="govuk-link" href="{ $href }">How the council keeps its promises</a>
answers-outcome = Answer
answers-outcome-all = All answers
answers-department = Department
answers-department-all = All departments
answers-show = Show
answers-none = The council hasn’t answered an idea yet.
answers-none-such = No answer fits what you chose.
answers-all = Show all answers
answers-we = The council answered:
answers-feed = Follow as a feed (Atom)
answers-file = Download as a table (CSV)
departments-title = How the council keeps its promises
departments-lead = Each department of the council, what it answers for, and whether it answered in time. <a class="govuk-link" href="{ $promises }">How dates are worked out</a>. <a class="govuk-link" href="{ $answers }">All answers</a>.
departments-none = No department has been set up yet.
departments-who = Who answers for what
department-closed = This department is closed. Its answers stay here to be read.
department-about = What it answers for
department-kept = How it keeps its promises
department-latest = Its latest answers
department-none = It hasn’t answered an idea yet.
department-more = All its answers
scores-caption-REPLY = Promises to reply: answered in the last 12 months, since { $when }, or still waiting
scores-caption-ACKNOWLEDGE = Promises to say that an idea has been seen: kept in the last 12 months, since { $when }, or still waiting
scores-caption-COMMITTEE = Promises to bring an idea to a committee: kept in the last 12 months, since { $when }, or still waiting
scores-department = Department
scores-kept = In time
scores-late = Late
scores-waiting = Waiting
scores-overdue = Overdue
scores-median = Usual time
scores-days = { $count ->
    [0] The same day
    [one] 1 day
   *[other] { $count } days
}
scores-none = None yet
scores-nobody = No department
scores-key = In time and late: kept. Waiting: not yet due. Overdue: past its day, and not kept. Usual time: half took no longer, weekends counted. A promise kept in time counts for the department that led then. Any other counts for the one that led when its day passed, or that leads now.
scores-file = Download the figures (CSV)
overdue-title = Answers that are overdue
overdue-lead = The promised day has passed, and the council hasn’t answered. The longest overdue come first, { $most } at the most.
overdue-day = Promised by { $when }
overdue-feed = Follow what falls overdue (Atom)
overdue-file = Download what is overdue (CSV)

## Settings

admin-title = Settings
admin-lead = How the site looks, who may do what, what is asked, and who answers by when.
admin-save = Save
admin-missing = Still missing
admin-missing-nothing = Nothing is missing
admin-missing-department = There is no department, so nobody can answer.
admin-missing-officer = No officer works in any department.
admin-missing-campaign = No question is open.
admin-missing-promise = No open campaign promises an answer.
admin-missing-calendar = The calendar has no day of your own, such as the days after Christmas.
admin-missing-mail = Mail is not set up, so letters wait.
admin-group-site = The site
admin-group-answers = Answers
admin-group-rules = Rules and records
admin-reasons-about = What authors are told when something is taken from them.
admin-audit = Decisions
admin-audit-about = Every decision of moderation: by whom, when and why.
admin-by = by <bdi>{ $name }</bdi>
admin-by-nameless = by an account without a name
admin-look = Look
admin-look-about = The name of the site, its colours and its logo.
admin-look-lead = What you set here stands over the configuration. Every page and letter follows within seconds.
admin-look-name = Name of the site
admin-look-name-hint = It stands in the header of every page and in every letter.
admin-look-council = Name of the council
admin-look-contact = Where people write
admin-look-contact-hint = The address for when something is wrong. Reports reach you there too.
admin-look-accent = Colour of light pages
admin-look-accent-hint = Like #1f5a4c. Buttons, links and marks follow.
admin-look-accent-dark = Colour of dark pages
admin-look-accent-dark-hint = A lighter one, like #86ccb5. Many telephones show dark pages in the evening.
admin-look-preview = Preview
admin-look-show = Show me
admin-look-passes = { $colour } can be read well: its contrast with the page is { $contrast } to 1.
admin-look-fails-page = { $colour } can’t be read: its contrast with the page is { $contrast } to 1, and 4.5 is needed. { $near } is near it and will do, as the preview shows.
admin-look-fails-boxes = { $colour } can’t be read: its contrast with boxes is { $contrast } to 1, and 4.5 is needed. { $near } is near it and will do, as the preview shows.
admin-look-fails-words = { $colour } can’t be read: its contrast with the words on it is { $contrast } to 1, and 4.5 is needed. { $near } is near it and will do, as the preview shows.
admin-look-try-light = A light page with
admin-look-try-dark = A dark page with
admin-look-try-link = a link
admin-look-try-button = A button
admin-look-try-mark = A mark
admin-look-logo = Logo
admin-look-logo-now = The logo as it is now
admin-look-logo-none = There is no logo. The mark of the board stands in your colour.
admin-look-logo-file = Choose a picture
admin-look-logo-hint = An SVG or PNG of at most 100 KB. It stands before the name and becomes the icon of the site.
admin-look-logo-take = Use this picture
admin-look-logo-remove = Take the logo away
admin-look-reset = Back to the configuration
admin-look-reset-more = Names, address, colours and logo are then as the configuration file says.
admin-look-past = What was changed
admin-look-version = Version { $number }
admin-people = People
admin-people-about = Who may do what, and who gave it to them.
admin-people-lead = Only admins see addresses. Roles change from somebody’s next page on.
admin-people-find = Find somebody
admin-people-find-hint = A part of their name or address.
admin-people-search = Find
admin-people-staff = People with roles, and those who are suspended
admin-people-found = Found
admin-people-none = Nobody was found.
admin-invite = Invite somebody
admin-invite-more = They get an account and a letter with a link that signs them in once.
admin-invite-email = Their email address
admin-invite-name = Their name
admin-invite-name-hint = You can leave it out: they choose one themselves.
admin-invite-send = Invite
admin-person-role = Role
admin-person-choose = Choose a role
admin-person-why = Why?
admin-person-why-hint = It stays in the record: New in the parks team.
admin-person-roles = Roles
admin-person-held = Yes
admin-person-not-held = No
admin-person-own = These are your own roles. Another admin can change them.
admin-person-give = Give this role
admin-person-take = Take it away
admin-person-since = Here since { $day }.
admin-person-page = Public page
admin-person-suspended = Suspended
admin-person-suspended-until = They can’t post until { $day }.
admin-person-lines = What was given and taken
admin-person-lines-none = Nothing yet.
admin-person-given = Given: { $role }
admin-person-taken = Taken: { $role }
admin-person-by-hand = on the command line
account-role-citizen = Citizen
account-role-moderator = Moderator
account-role-officer = Officer
account-role-admin = Admin
admin-campaigns = Campaigns
admin-campaigns-about = The questions that the council asks, from when to when.
admin-labels-about = What ideas are sorted by.
admin-campaigns-lead = Every idea answers a question. One question is always open.
admin-campaign-new = New campaign
admin-campaign-soon = Not open yet
admin-campaign-open = Open
admin-campaign-over = Over
admin-campaign-put-away = Put away
admin-campaign-until = Closes { $at }
admin-campaign-page = Its public page
admin-campaign-fixed = People have posted ideas here. When it opened and how votes are counted stay as they are.
admin-campaign-question = What do you ask?
admin-campaign-question-hint = One line: What do our parks lack?
admin-campaign-slug = Short name
admin-campaign-slug-hint = It stands in the address of the page and stays: parks-2027.
admin-campaign-brief = What should people know?
admin-campaign-brief-hint = A few sentences. You can use Markdown.
admin-campaign-language = In which language is this?
admin-campaign-opens = When does it open?
admin-campaign-closes = When does it close?
admin-campaign-closes-hint = Leave it empty if it has no end. Times are the council’s own.
admin-campaign-rule = How do people vote?
admin-rule-support-only = For, or not at all
admin-rule-support-and-oppose = For or against
admin-campaign-mode = When do ideas become public?
admin-mode-straight-away = At once
admin-mode-unless-flagged = At once, but for what is suspicious
admin-mode-first-posts = Somebody’s first after a moderator’s yes
admin-mode-after-review = After a moderator’s yes
admin-campaign-archive = Put it away
admin-campaign-archive-hint = It leaves the lists of questions. Its page and its ideas stay.
admin-campaign-earlier = It may close earlier than people were told
admin-campaign-close = Close it now
admin-campaign-close-more = No more ideas and votes are taken. It can’t be opened again once it has ideas.
admin-campaign-close-sure = Yes, close it now
admin-departments = Departments
admin-departments-about = Who in the council answers for what, and the officers who do.
admin-departments-lead = Everybody can read which departments there are and what they answer for.
admin-departments-none = There is no department yet. Ideas can be answered once there is one.
admin-department-new = New department
admin-department-closed = Closed
admin-department-page = Its public page
admin-department-name = What is it called?
admin-department-name-hint = As people know it: Parks and open spaces.
admin-department-about = What does it answer for?
admin-department-about-hint = A sentence or two that help people and colleagues to find the right one. Everybody can read it.
admin-department-two = A second officer must approve its answers
admin-department-two-hint = Whoever writes an answer then asks a colleague to approve it before it is published.
admin-department-close = Close this department
admin-department-open = Open it again
admin-department-close-more = A closed department gets no more ideas. Its answers stay, and you can open it again.
admin-officers = Its officers
admin-officers-none = Nobody works in this department yet.
admin-officers-count = { $count ->
    [0] No officers yet
    [one] 1 officer
   *[other] { $count } officers
}
admin-officer-add = Add an officer
admin-officer-remove = Remove
admin-officer-email = Their email address
admin-officer-email-hint = The address with which they sign in here. Nobody else sees it.
admin-officer-job = Their role
admin-officer-job-hint = Answers carry it: Head of Parks.
admin-promises = Promises
admin-promises-about = What each campaign promises: at how many supporters, and within how many working days.
admin-promises-lead = A promise starts a clock that everybody can see, as soon as an idea has enough supporters.
admin-promises-none = Nothing is promised here yet.
admin-promise-edit = Change
admin-promise-title = What does the council promise?
admin-promise-lead = Leave both fields of a promise empty if you don’t make it. What was promised already stays as it was.
admin-promise-acknowledge = To say that it has seen the idea
admin-promise-reply = To answer
admin-promise-committee = To bring it to a committee
admin-promise-supporters = At how many supporters?
admin-promise-days = Within how many working days?
admin-calendar = Calendar
admin-calendar-about = Whose bank holidays the council keeps, and on which days it does otherwise.
admin-calendar-lead = Here you choose bank holidays, and set the days that are different. Running promises follow at once. Everybody can read both: <a class="govuk-link" href="{ $href }">how dates are worked out</a>.
admin-calendar-none = No day is set.
admin-holidays-next = The next bank holidays
admin-holidays-lead = If you choose others, the last day of each running promise is worked out anew at once, also where it has passed. Promises that were kept keep their day, and whether they were in time. How many working days late one was is counted by the bank holidays that hold.
admin-holidays-whose = Whose bank holidays does the council keep?
admin-holidays-kept = The council keeps these now.
admin-holidays-moves = { $count ->
    [0] No running promise would get another day.
    [one] 1 running promise would get another day.
   *[other] { $count } running promises would get another day.
}
admin-holidays-moves-more = { $count } running promises or more would get another day.
admin-holidays-chosen = This was chosen here. The configuration says the bank holidays of { $nation }.
admin-holidays-choose = Keep these bank holidays
admin-day-set = Set a day
admin-day = Which day?
admin-day-hint = As year, month and day: 2027-03-14.
admin-day-closure = What does the council do on it?
admin-day-why = Why?
admin-day-why-hint = Everybody can read it: Staff training day.
admin-day-closed = Closed
admin-day-open = Open
admin-day-forget = Forget this day
admin-routes = Routing
admin-routes-about = Which department gets an idea by itself.
admin-routes-lead = When an idea waits for an answer, the first rule that fits decides which department gets it. What fits no rule waits for an officer.
admin-routes-none = There are no rules yet.
admin-route-to = To <bdi>{ $department }</bdi>
admin-route-word-is = When it says <bdi>“{ $word }”</bdi>
admin-route-campaign-is = When it answers
admin-route-place-is = Where it is about:
admin-route-tag-is = With the tag
admin-route-up = Move up
admin-route-remove = Remove
admin-route-which = rule { $number }
admin-route-add = Add a rule
admin-route-first = A rule needs a department to send ideas to.
admin-route-word = A word in title or text
admin-route-word-hint = One word, or a few as they stand together: bus stop.
admin-route-department = Which department gets it?
admin-route-choose = Choose a department

## Places and tags

labels-sort = Place and tags
labels-none = The council keeps no list of places or tags yet.
labels-place = Where is it about?
labels-place-hint = Leave it open if it is about the whole area.
labels-place-none = Nowhere in particular
labels-tags = What is it about?
labels-tags-hint = Choose at most { $most }.
admin-labels = Places and tags
admin-labels-lead = Ideas are found, listed and sent to departments by them. Nobody but you adds to these lists.
admin-labels-places = Places
admin-labels-places-about = Wards, districts or villages. Whoever posts an idea may choose one.
admin-labels-tags = Tags
admin-labels-tags-about = What ideas are about: trees, buses, libraries. Moderators and officers put them on ideas.
admin-label-place = Place
admin-label-tag = Tag
admin-label-place-new = New place
admin-label-tag-new = New tag
admin-label-add = Add
admin-label-closed = No longer offered
admin-label-name = Name
admin-label-list = Ideas that have it
admin-label-close = Stop offering it
admin-label-close-hint = Nobody can choose it any more. Ideas that have it keep it.
admin-rules-about = The guidelines that everybody reads, and that moderators keep to.

share-title = Share this idea
share-address = Address of this idea
share-mail = Send it by email
share-copy = Copy the address
share-copied = The address is copied.
share-send = Share…

## History

history-title = History
history-title-of = History, version { $version }: { $title }
history-never-changed = It was never changed: what it says now is what it said first.
history-from = Compare
history-to = with
history-compare = Show what changed
history-version = Version { $version }
history-said = What version { $version } said
history-changed = What changed from version { $from } to version { $to }
history-key = Words that went are <del>struck through</del>. Words that came are <ins>underlined</ins>.
history-went = taken out:
history-came = added:
history-all = All versions
history-stance = Stance:
history-stance-FOR = for
history-stance-AGAINST = against
history-stance-NEUTRAL = neither

## Edit and withdraw

edit-title = Edit your idea
edit-kept = What it says now stays readable in its history. Votes and comments stay too.
change-waits = You sent in the change below on { $when }. A moderator reads it first; until then everybody reads what stood before. Save again to send another one in its place.
change-refused = Your change is below, as you wrote it on { $when }. Mend it and save it to send it in again.
edit-preview = This is how it will look
edit-preview-not-saved = Nothing is saved yet. Change it below, or save it.
edit-save = Save
edit-show = Preview
edit-cancel = Cancel
withdraw-title = Withdraw your idea
withdraw-leaves = It leaves every public page, with its votes and comments.
withdraw-number = Its address then says only that it was withdrawn.
withdraw-final = This can’t be undone.
withdraw-reason = Why do you withdraw it?
withdraw-reason-hint = A few words, at most { $most } characters.
withdraw-do = Withdraw the idea
withdraw-keep = Keep it

## Reports

report-idea = Report an idea
report-comment = Report a comment
report-person = Report a name
report-name = Your name (optional)
report-name-hint = The author never learns it. In a report about something against the law it helps us if you say who you are.
problem-reporter-name-too-long = Your name has { $found } letters and { $most } fit. Shorten it, or leave it out.
problem-reporter-name-unprintable = Your name has hidden characters in it. Type it by hand, or leave it out.
report-what-for = Tell us when something breaks the <a class="govuk-link" href="{ $guidelines }">guidelines</a> or the law. If you only disagree, vote or write a comment instead.
report-danger-title = Is somebody in danger?
report-danger = If somebody is in danger now, <strong>call <a class="govuk-link" href="tel:999">999</a></strong>. We don’t read reports day and night.
report-help = If you are struggling yourself, the Samaritans listen at any hour and free of charge: <a class="govuk-link" href="tel:116123">116 123</a>. Children and young people can call Childline: <a class="govuk-link" href="tel:08001111">0800 1111</a>.
report-ground = What is wrong?
report-ground-BREAKS_THE_LAW = It breaks the law
report-hint-BREAKS_THE_LAW = Such as a threat, incitement, a false statement that does somebody harm, or stolen work
report-ground-HATEFUL = It is hateful or abusive
report-hint-HATEFUL = It attacks, bullies or demeans people
report-ground-PERSONAL_DATA = It has personal details in it
report-hint-PERSONAL_DATA = Such as a private person’s address, telephone number or health
report-ground-SPAM = It is spam or advertising
report-hint-SPAM = It sells something, or has nothing to do with this place
report-ground-DUPLICATE = It is there already
report-hint-DUPLICATE = Tell us below where: the other idea’s number or address
report-ground-SOMETHING_ELSE = Something else
report-hint-SOMETHING_ELSE = Tell us below what it is
report-details = Tell us more
report-details-hint = Which words, and what is wrong with them? Needed if it breaks the law, is there already, or for something else.
report-email = Your email address, if you want an answer (optional)
report-email-hint = We use it for this report only. The author never learns who reported. <a class="govuk-link" href="{ $privacy }">How we treat what you tell us</a>
report-email-own = You are signed in: we answer at { $email }, in your language. Type another address only if you want the answer there.
report-faith = I believe in good faith that what I say here is right and complete.
report-send = Send the report
receipt-title = We have your report
receipt-number = Its number is<br><strong>{ $number }</strong>
receipt-when = It came on { $when }.
receipt-about-idea = It is about idea { $number }.
receipt-about-name = It is about a name.
receipt-about-comment = It is about comment { $comment } on idea { $number }.
receipt-mailed = A letter with the number is on its way to you.
receipt-next = A moderator looks at it by { $by }, and decides whether it stays. If you left an address or had signed in, the answer comes by letter.
receipt-acted = A moderator looked at it on { $when }, and has done something about it. Thank you for telling us.
receipt-kept = A moderator looked at it on { $when }, and found that it keeps to our rules. It stays.
receipt-appeal = Ask that another moderator looks again
receipt-appealed = Another moderator looks at it again, by { $by }.
receipt-upheld = Another moderator looked at it again. It keeps to our rules, and stays.
receipt-overturned = Another moderator looked at it again: it breaks our rules. Thank you for asking.
receipt-gone = Its author took it back before a moderator had decided. Nobody else can read it now.
receipt-more = Note the number, or keep this page’s address. To add something, write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> and quote it.
receipt-back-comment = Back to the comment

## Letters of moderation

letter-hello = Hello,
letter-thing-idea = your idea { $number }, “{ $title }”
letter-thing-comment = your comment { $comment } on idea { $number }
letter-thing-account = your account
letter-thing-person = your public name, “{ $title }”
letter-their-idea = idea { $number }
letter-their-comment = comment { $comment } on idea { $number }
letter-their-person = a name
letter-look = Look at it: { $link }
letter-reason = Why: { $title }. Our rule: { $rule }.
letter-note = The moderator adds:
letter-mend = What you can do: { $mend }
letter-appeal = If you think that this is wrong, ask that another moderator looks again: { $link }
letter-appeal-by = You have six months for that, and get an answer within a week.
letter-signed = { $site }, { $council }
letter-act-PUBLISH-subject = It is public: { $thing }
letter-act-PUBLISH = A moderator has looked at { $thing }. Everybody can read it now.
letter-act-PUBLISH_AND_TRUST-subject = It is public: { $thing }
letter-act-PUBLISH_AND_TRUST = A moderator has looked at { $thing }. Everybody can read it now. From now on what you write is trusted.
letter-act-PUBLISH-edit-subject = Your change is public: { $thing }
letter-act-PUBLISH-edit = A moderator has looked at your change to { $thing }. Everybody reads it now.
letter-act-PUBLISH_AND_TRUST-edit-subject = Your change is public: { $thing }
letter-act-PUBLISH_AND_TRUST-edit = A moderator has looked at your change to { $thing }. Everybody reads it now. From now on what you write is trusted.
letter-act-REJECT-subject = Not published: { $thing }
letter-act-REJECT = A moderator has looked at { $thing }, and did not publish it. You can read it, change it and send it in again.
letter-act-REJECT-edit-subject = Your change was not published: { $thing }
letter-act-REJECT-edit = A moderator has looked at your change to { $thing }, and did not publish it. Everybody reads what stood before. Your change is kept for you: choose Edit there to read it, mend it and send it in again.
letter-act-HIDE-subject = Hidden: { $thing }
letter-act-HIDE = A moderator has looked at { $thing }, and hid it. Nobody else can read it now.
letter-act-RESTORE-subject = Public again: { $thing }
letter-act-RESTORE = A moderator has looked at { $thing }. Everybody can read it again. We are sorry for the wait.
letter-act-REDACT-subject = Some words were taken out: { $thing }
letter-act-REDACT = A moderator took some words out of { $thing }. The rest stands as you wrote it.
letter-act-MERGE-subject = Merged: { $thing }
letter-act-MERGE = A moderator merged { $thing } into idea { $into }, “{ $into_title }”, because both ask for the same. Yours can still be read, and points there. Its supporters were carried over, where they hadn’t voted there already.
letter-act-MOVE-subject = Moved: { $thing }
letter-act-MOVE = A moderator moved { $thing } to another question, where it fits better: “{ $into_title }”. Its votes and comments went with it.
letter-act-WARN-subject = A word about our rules
letter-act-WARN = A moderator asks you to keep to our rules. This is about { $thing }.
letter-act-SUSPEND-subject = You can’t post until { $until }
letter-act-SUSPEND = A moderator suspended your account until { $until }. Until then you can read and vote, but not post. This is about { $thing }.
letter-act-RESET_NAME-subject = Your public name was taken away
letter-act-RESET_NAME = A moderator took away { $thing }. Choose another one on your page.
letter-held-subject = Hidden for now: { $thing }
letter-held = Several people reported { $thing }. It is hidden until a moderator has looked, by { $by }. You will hear from us either way. You needn’t do anything.
letter-carried-subject = Your support went with idea { $from }
letter-carried = You supported idea { $from }, “{ $from_title }”. A moderator merged it into idea { $into }, “{ $into_title }”, because both ask for the same. Your support counts there now.
letter-carried-out = If you don’t want that, take it back there: { $link }
letter-merged-subject = Idea { $from }, which you supported, was merged
letter-merged = You supported idea { $from }, “{ $from_title }”. A moderator merged it into idea { $into }, “{ $into_title }”, because both ask for the same. You had voted there already: your own vote stands as it is.
letter-merged-out = Look at it, or change your vote, there: { $link }
letter-led-subject = Idea { $from }, which you follow, was merged
letter-led = You follow idea { $from }, “{ $from_title }”. A moderator merged it into idea { $into }, “{ $into_title }”, because both ask for the same. You follow that one from now on.
letter-led-out = Look at it, or stop following it, there: { $link }
letter-reported-subject = Report { $receipt }: { $thing }
letter-reported = Somebody reported { $thing } on { $site }.
letter-reported-why = What is wrong: { $ground }
letter-reported-title = Title: { $title }
letter-reported-details = In the reporter’s own words:
letter-reported-answer = They ask for an answer at: { $address }
letter-reported-known = They had signed in, and are answered at their own address.
letter-reported-no-answer = They left no address for an answer.
letter-reported-desk = It waits in the moderators’ queue: { $link }
letter-report-kept-subject = Your report { $receipt }
letter-report-kept = We have your report about { $thing } on { $site }. Its number is { $receipt }. A moderator looks at it by { $by }, and we answer at this address.
letter-report-look = Look it up here: { $link }
letter-report-stranger = If you didn’t report anything, somebody typed your address by mistake. You don’t have to do anything.
letter-report-acted-subject = Your report { $receipt }: we have acted on it
letter-report-acted = You reported { $thing }. A moderator has looked at it, and has done something about it. Thank you for telling us.
letter-report-stays-subject = Your report { $receipt }: it stays
letter-report-stays = You reported { $thing }. A moderator has looked at it, and found that it keeps to our rules. It stays.
letter-report-gone-subject = Your report { $receipt }: it was taken back
letter-report-gone = What you reported under the number { $receipt } was taken back by its author before a moderator had decided. Nobody else can read it now, so nothing is left to decide. Thank you for telling us.
letter-gone-subject = Idea { $number } can no longer be read
letter-gone = You support or follow idea { $number }. A moderator looked at it and hid it. Its page can no longer be read.
letter-gone-then = Its author can ask that another moderator looks again. If it is shown again, your support still counts. There is nothing that you need to do.
letter-gone-log = Every decision of our moderators stands in the public log: { $link }
letter-taken-subject = Idea { $number } was taken back by its author
letter-taken = You support or follow idea { $number }, “{ $title }”. Its author has taken it back, and its page is gone.
letter-taken-then = There is nothing that you need to do. If you still want what it asked for, you can post an idea of your own.
letter-report-again = If you think that this is wrong, ask there that another moderator looks again: { $link }
letter-appeal-upheld-subject = We have looked again: { $thing }
letter-appeal-upheld = Another moderator has looked again at what was decided about { $thing }. The decision stands.
letter-appeal-overturned-subject = You were right: { $thing }
letter-appeal-overturned = Another moderator has looked again at what was decided about { $thing }. The decision was wrong, and is undone. We are sorry.
letter-appeal-answer = In their words:
letter-corrected-subject = We were wrong: { $thing }
letter-corrected = We have looked again at what was decided about { $thing }. The decision was wrong, and is undone. We are sorry.
letter-distrusted-subject = A moderator looks at what you write first again
letter-distrusted = We have looked again at what was decided about { $thing }. It stays public, but what you write is not published without a look any more.
letter-report-upheld-subject = Your report { $receipt }: we have looked again, and it stays
letter-report-upheld = You asked that another moderator looks again at { $thing }. Another moderator has. It keeps to our rules, and stays.
letter-report-overturned-subject = Your report { $receipt }: you were right
letter-report-overturned = You asked that another moderator looks again at { $thing }. Another moderator has, and you were right: it breaks our rules. We are sorry.

## Reasons that come with the program. A council puts its own words in their place at /moderation/reasons.

reason-SPAM-title = Spam or advertising
reason-SPAM-rule = Nothing for sale
reason-SPAM-words = It advertises something, or is there for something else than this board.
reason-SPAM-mend = Leave out what advertises, and say what should change in our area.
reason-OFF_TOPIC-title = Off topic
reason-OFF_TOPIC-rule = Keep to the question
reason-OFF_TOPIC-words = It doesn’t answer the question that it was posted under.
reason-OFF_TOPIC-mend = Post it under “Anything else?”, or say how it answers the question.
reason-PERSONAL_DATA-title = Private details
reason-PERSONAL_DATA-rule = Leave private people out
reason-PERSONAL_DATA-words = It tells private details about somebody, such as a name, an address or a telephone number.
reason-PERSONAL_DATA-mend = Take the private details out, and send it in again.
reason-ABUSIVE-title = Abusive
reason-ABUSIVE-rule = Be kind to people
reason-ABUSIVE-words = It insults or attacks somebody.
reason-ABUSIVE-mend = Say what should change without attacking anybody. You may be as hard on the matter as you like.
reason-HATEFUL-title = Hateful
reason-HATEFUL-rule = Nobody is less
reason-HATEFUL-words = It demeans people for what they are or believe.
reason-HATEFUL-mend = Say what should change without demeaning anybody.
reason-DUPLICATE-title = There already
reason-DUPLICATE-rule = One idea, one place
reason-DUPLICATE-words = Somebody has posted the same idea already.
reason-DUPLICATE-mend = Support the other idea, and add what yours has beyond it in a comment there.
reason-UNCLEAR-title = Not clear enough
reason-UNCLEAR-rule = Say what should change
reason-UNCLEAR-words = We couldn’t make out what should change, and where.
reason-UNCLEAR-mend = Say in a sentence or two what should change, and where, and send it in again.
reason-BREAKS_THE_LAW-title = Against the law
reason-BREAKS_THE_LAW-rule = Keep to the law
reason-BREAKS_THE_LAW-words = It may break the law: a threat, say, or something said of somebody that does them harm.
reason-BREAKS_THE_LAW-mend = Take that out, and say only what you can stand by.
reason-NOT_FOR_THIS_BOARD-title = Not for this board
reason-NOT_FOR_THIS_BOARD-rule = For ideas, not for cases
reason-NOT_FOR_THIS_BOARD-words = It is a case for one of our services, such as a broken street lamp or a complaint, rather than an idea.
reason-NOT_FOR_THIS_BOARD-mend = Tell the service on the council’s website: there it is seen to sooner.

## What was decided, as its author reads it

told-title = What a moderator decided
told-look = Look at it
told-about-idea = Idea { $number }
told-about-comment = Comment { $comment } on idea { $number }
told-about-name = Your public name
told-about-account = Your account
told-about-report = Your report { $receipt }
told-REJECT = A moderator did not publish this ({ $when }). You alone can read it.
told-REJECT-edit = A moderator did not publish your change ({ $when }). Everybody reads what stood before.
told-HIDE = A moderator hid this ({ $when }). You alone can read it.
told-HOLD = Several people reported this, and it is hidden until a moderator has looked ({ $when }).
told-REDACT = A moderator took some words out of this ({ $when }).
told-MERGE = A moderator merged this into another idea ({ $when }).
told-WARN = A moderator asked you to keep to our rules ({ $when }).
told-SUSPEND = A moderator suspended your account ({ $when }).
told-RESET_NAME = A moderator took your public name away ({ $when }).
told-KEEP = A moderator looked at this, and it stays ({ $when }).
told-PUBLISH = A moderator published this ({ $when }).
told-PUBLISH_AND_TRUST = A moderator published this, and trusts what you write ({ $when }).
told-PUBLISH-edit = A moderator published your change ({ $when }).
told-PUBLISH_AND_TRUST-edit = A moderator published your change, and trusts what you write ({ $when }).
told-RESTORE = A moderator made this public again ({ $when }).
told-MOVE = A moderator moved this to another question ({ $when }).
told-UPHOLD = Another moderator looked again; the decision stands ({ $when }).
told-OVERTURN = Another moderator looked again, and undid the decision ({ $when }).
told-why = Why: { $title }. Our rule: { $rule }.
told-note = The moderator adds:
told-mend = What you can do: { $mend }
told-appeal = Ask another moderator to look again
told-appealed = Another moderator looks again, by { $by }.
told-overturned = Another moderator looked again: the decision was wrong, and is undone.
told-upheld = Another moderator looked again: the decision stands.
appeal-title = Ask for another look
appeal-lead = Somebody other than the first moderator looks again, and answers within a week. You can ask once for each decision.
appeal-words = Why do you think that it is wrong?
appeal-words-hint = At most { $most } characters. The second moderator reads them, and nobody else.
appeal-send = Ask for another look
problem-note-empty = Say in a few words why.
problem-note-too-long = The text has { $found } characters and { $most } fit. Shorten it.
problem-note-unprintable = The text has characters that can’t be shown. Type it again, or paste it as plain text.
problem-appeal-not-any-more = This can’t be looked at again: it was asked for already, or it is too long ago.
idea-merged = It lives on in <a class="govuk-link" href="{ $path }">idea { $number }</a>. Vote and comment there.
idea-carried = { $count } of its supporters came with idea { $number }.
idea-redacted = A moderator took some words out on { $when }.

## The moderators’ desk

nav-moderation = Moderation
nav-moderation-waiting = waiting
pager-desk = Pages of the queue
pager-log = Pages of decisions
pager-answers = More answers
desk-title = Moderation
desk-nav = Moderators’ desk
desk-nav-queue = The queue
desk-nav-decided = Decided
desk-reasons = Reasons
desk-rules = Rules
desk-languages = In which language
desk-queue = What waits
desk-left = { $count ->
    [one] { $count } waiting
   *[other] { $count } waiting
}
desk-left-overdue = { $count ->
    [one] { $count } overdue
   *[other] { $count } overdue
}
desk-left-minutes = { $count ->
    [one] about a minute at your pace
   *[other] about { $count } minutes at your pace
}
desk-left-hours = { $count ->
    [one] about an hour at your pace
   *[other] about { $count } hours at your pace
}
desk-all = All
desk-overdue = Overdue
desk-kind-IDEA = Idea
desk-kinds-IDEA = Ideas
desk-kind-COMMENT = Comment
desk-kinds-COMMENT = Comments
desk-kind-EDIT = Edit
desk-kinds-EDIT = Edits
desk-kind-REPORT = Report
desk-kinds-REPORT = Reports
desk-kind-APPEAL = Appeal
desk-kinds-APPEAL = Appeals
desk-kind-NAME = Name
desk-kinds-NAME = Names
desk-state-WAITING = Not public yet
desk-state-PUBLIC = Public
desk-state-HIDDEN = Hidden
desk-state-REJECTED = Rejected
desk-state-MERGED = Merged
desk-state-GONE = Taken back
desk-why-LINKS = Links from a new person
desk-why-REPEATED = Same text again
desk-why-WORD_LIST = Word on the list
desk-why-PERSONAL_DATA = Private details
desk-why-BURST = Many posts at once
desk-why-LIKE_REFUSED = Like what was refused
desk-waits-minutes = { $count ->
    [one] waiting { $count } minute
   *[other] waiting { $count } minutes
}
desk-due-minutes = { $count ->
    [one] due in { $count } minute
   *[other] due in { $count } minutes
}
desk-late-minutes = { $count ->
    [one] { $count } minute late
   *[other] { $count } minutes late
}
desk-waits-hours = { $count ->
    [one] waiting { $count } hour
   *[other] waiting { $count } hours
}
desk-due-hours = { $count ->
    [one] due in { $count } hour
   *[other] due in { $count } hours
}
desk-late-hours = { $count ->
    [one] { $count } hour late
   *[other] { $count } hours late
}
desk-waits-days = { $count ->
    [one] waiting { $count } day
   *[other] waiting { $count } days
}
desk-due-days = { $count ->
    [one] due in { $count } day
   *[other] due in { $count } days
}
desk-late-days = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
desk-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
desk-reach = { $count ->
    [one] { $count } person voted or commented
   *[other] { $count } people voted or commented
}
desk-alike = { $count ->
    [one] { $count } like this
   *[other] { $count } like this
}
desk-second-asked = Second opinion asked
desk-locked = { $name } has this open.
desk-locked-more = Until they are done, nobody else can decide on it.
desk-locked-meanwhile = Somebody else has it open. Take it over, or leave it to them.
desk-row-theirs = Somebody else has it
desk-row-gone = Decided meanwhile
desk-row-refused = Not decided yet: what you typed is kept
desk-refused-open = Go back to it
desk-unreachable = It could not be opened. Check your connection, or load the page again.
desk-take = Take it over
desk-narrow = Narrow the list, saved views
desk-filter-campaign = Campaign
desk-filter-any = Any campaign
desk-filter-why = Suspected of
desk-filter-any-why = Anything or nothing
desk-filter-show = Show
desk-views = Your views
desk-view-drop = Drop
desk-view-name = Keep this view as
desk-view-keep = Keep
desk-chip-remove = (show without)
desk-by = by { $name }
desk-by-author = by { $name }
desk-cluster = near-duplicates of each other
desk-empty = Nothing waits. Well done.
desk-empty-more = New items appear here when somebody posts, reports or appeals.
desk-empty-narrow = Nothing of this kind waits.
desk-empty-all = Show the whole queue
desk-start-title = The most pressing comes first
desk-start-done = All done
desk-start-more = Nobody else can decide on an item while you have it open.
desk-start = Start with the first
desk-score = The order is by when we promised to look. Each independent report makes that six hours earlier. Each tenfold of the people it reaches makes it three hours earlier.
desk-own = Your last 90 days, for your eyes only: { $decided } decided, { $overturned } overturned on appeal, { $undone } taken back.
desk-back = All that waits
desk-steps = Along the list
desk-pick = Select: { $title }
desk-picked = Selected
desk-unpicked = No longer selected
desk-bulk = Decide on the selected ones together
desk-bulk-more = Each is decided by itself: one that changed meanwhile, or that somebody else has open, stays.
desk-bulk-act = What to do
desk-bulk-reason = Why
desk-bulk-do = Decide on the selected ones
desk-bulk-undo = Undo all of these
desk-bulk-failed = It could not be done just now. Try this one again.
desk-bulk-title = Decided together
desk-bulk-done = Done
desk-bulk-count = { $done } of { $all } done.
desk-bulk-nothing = Nothing was decided
desk-bulk-nothing-more = Go back with your browser: what you selected is still there.
desk-choose = Choose
desk-act-PUBLISH = Publish
desk-did-PUBLISH = Published
desk-key-PUBLISH = Publish
desk-act-PUBLISH_AND_TRUST = Publish and trust
desk-did-PUBLISH_AND_TRUST = Published, author trusted
desk-key-PUBLISH_AND_TRUST = Publish and trust
desk-act-KEEP = Keep as it is
desk-did-KEEP = Kept
desk-key-KEEP = Keep as it is
desk-act-REJECT = Reject
desk-did-REJECT = Rejected
desk-key-REJECT = Reject
desk-act-HIDE = Hide
desk-did-HIDE = Hidden
desk-key-HIDE = Hide
desk-act-HOLD = Hold
desk-did-HOLD = Held
desk-act-RESTORE = Restore
desk-did-RESTORE = Restored
desk-key-RESTORE = Restore
desk-act-REDACT = Redact
desk-did-REDACT = Redacted
desk-key-REDACT = Redact
desk-act-MERGE = Merge
desk-did-MERGE = Merged
desk-key-MERGE = Merge
desk-act-MOVE = Move
desk-did-MOVE = Moved
desk-key-MOVE = Move
desk-act-WARN = Warn the author
desk-did-WARN = Author warned
desk-key-WARN = Warn the author
desk-act-SUSPEND = Suspend the author
desk-did-SUSPEND = Author suspended
desk-key-SUSPEND = Suspend the author
desk-act-RESET_NAME = Take the name away
desk-did-RESET_NAME = Name taken away
desk-key-RESET_NAME = Take the name away
desk-act-UPHOLD = Uphold the decision
desk-did-UPHOLD = Decision upheld
desk-key-UPHOLD = Uphold the decision
desk-act-OVERTURN = Overturn the decision
desk-did-OVERTURN = Decision overturned
desk-key-OVERTURN = Overturn the decision
desk-key-next = Next item
desk-key-previous = Previous item
desk-key-second = Second opinion
desk-key-select = Select
desk-key-bulk = Decide on the selected
desk-key-cluster = All that are like it
desk-key-undo = Undo
desk-key-note = Write a note
desk-key-help = This help
desk-key-taken = Two acts have the same key. Give each a key of its own.
desk-past-undone = Undone
desk-past-program = The program
desk-past-overturned = Overturned on appeal
desk-past-upheld = Upheld on appeal
desk-past-appealed = Appealed
desk-about-idea = idea { $number }
desk-about-comment = comment { $comment } on idea { $number }
desk-about-person = a person’s name
desk-about-decision = a decision
desk-undo = Undo
desk-correct = Take it back
desk-correct-title = Take a decision back
desk-correct-lead = What it took is given back. Its author gets a letter at once, with what you write here. It stands in the log.
desk-correct-note = Why was it wrong?
desk-correct-note-hint = At most { $most } characters. Its author reads them.
notice-desk-corrected = It is taken back, and its author is told.
problem-decision-corrected-already = It was taken back already.
problem-decision-correct-changed = Its author has changed it since. It waits in the queue: look at it there.
problem-decision-correct-own = This is your own. Another moderator takes it back.
problem-decision-nothing-left = There is nothing to take back here. What it took was given back already, or it is so fresh that Undo does it.
desk-undo-before = Undo the one before
desk-undo-nothing = There is nothing to undo here. See what was decided.
desk-edit = An edit that waits
desk-edit-when = Written on { $when }.
desk-original = What stood before words were taken out
desk-original-when = Kept for staff. The words were taken out on { $when }.
desk-appeal-author = The author appeals
desk-appeal-reporter = Whoever reported it appeals
desk-appeal-against = It is against this decision:
desk-why = Why the rules look at it
desk-report-nobody = Somebody without a name
desk-barred-closed = This is decided.
desk-side = About it
desk-writer = Author
desk-writer-since = here since { $when }
desk-writer-published = { $count ->
    [one] { $count } published
   *[other] { $count } published
}
desk-writer-trusted = Trusted
desk-writer-suspended = Suspended until { $until }
desk-writer-more = What waits by the same author
desk-writer-decisions = Decisions on their posts
desk-near = Similar ideas
desk-earlier = Earlier decisions on it
desk-decide = Decide
desk-or = Or
desk-into = Number of the idea it lives on in
desk-into-hint = Both stay readable. Supporters are told and carried over, where they haven’t voted there.
desk-to = To which campaign
desk-redact-title = Title without those words
desk-redact-body = Text without those words
desk-redact-hint = The original is kept for staff.
desk-redact-look = See what changes
desk-redact-differs = This is what you take out.
desk-days = For how long
desk-days-count = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
desk-reason = Reason
desk-reads = The author reads, in their language:
desk-reads-rule = Rule: { $rule }
desk-reads-appeal = Then: how to ask that another moderator looks again, within six months, with an answer within a week.
desk-note = Note in your own words
desk-note-hint = The author reads it. Needed to answer an appeal; otherwise optional.
desk-send = Decide
desk-second = Ask for a second opinion
desk-second-by = { $name } asks for a second opinion:
desk-second-unask = Take the question back
desk-second-why = What do you wonder about?
desk-second-do = Leave it to somebody else
desk-release = Put it back
desk-already-title = Somebody was faster
desk-already = It is decided already. What was decided stands with the item.
desk-changed-title = It changed meanwhile
desk-changed = It changed since you read it. Look at it again, then decide.
desk-changed-typed = What you had made of the old text:
desk-reasons-lead = This is what authors are told when something is taken from them. It is the same for everybody.
desk-reasons-not-yours = Whoever runs the site edits these.
desk-reasons-new = A new reason
desk-reason-edit = Edit
desk-reason-retired = Retired
desk-reason-title = Reason { $code }
desk-reason-lead = You are writing it in this language: { $language }. Until it has words in another language, the words that come with Folkmoot are used there, or these.
desk-reason-code = Short name
desk-reason-code-hint = Capital letters, digits and low lines, such as OLD_NEWS. It can’t be changed later.
desk-reason-name = Name
desk-reason-name-hint = On one line. Moderators choose by it, and the public log says it.
desk-reason-rule = Rule
desk-reason-rule-hint = The rule that was broken, in a few words, as the guidelines name it.
desk-reason-words = What is wrong
desk-reason-words-hint = The author reads this.
desk-reason-mend = How to mend it
desk-reason-mend-hint = The author reads this too.
desk-reason-retire = Moderators choose it no more
desk-reason-retire-hint = In every language. Earlier decisions still name it, and you can bring it back.
desk-reason-save = Save the reason
problem-reason-code-empty = Give the reason a short name.
problem-reason-code-invalid = Use capital letters, digits and low lines, at most 40, and begin with a letter.
problem-reason-code-taken = There is a reason with this short name. Edit that one, or choose another name.
problem-reason-text-empty = Fill this in: the author of a post will read it.
problem-reason-text-too-short = Fill this in: the author of a post will read it.
problem-reason-text-too-long = This has { $found } characters and { $most } fit. Shorten it.
problem-reason-text-unprintable = This has characters that can’t be shown. Type it again, or paste it as plain text.
desk-rules-stand = Version { $version } stands, since { $when }. <a class="govuk-link" href="{ $guidelines }">See the guidelines as everybody does</a>.
desk-rules-none = The standard rules that come with Folkmoot stand: the council has published none of its own in this language. <a class="govuk-link" href="{ $guidelines }">See the guidelines as everybody does</a>.
desk-rules-not-yours = Whoever runs the site publishes these.
desk-rules-look = How it will look
desk-rules-now = The rules
desk-rules-words = The rules of the board
desk-rules-hint = At most 20,000 characters. Begin a heading with ##, a point of a list with a hyphen, and leave a line empty between paragraphs.
desk-rules-then = Publishing makes a new version. Earlier versions stay readable for everybody.
desk-rules-do-look = Look at it
desk-rules-do-publish = Publish
problem-policy-empty = Write the rules.
problem-policy-too-long = The rules have { $found } characters and { $most } fit. Shorten them.
problem-policy-unprintable = The rules have characters that can’t be shown. Type them again, or paste them as plain text.
desk-decided = Decided
desk-decided-all = Everybody’s
desk-decided-mine = Yours
desk-decided-none = Nothing was decided yet.
desk-sending = Sending…
desk-failed = It could not be sent. It is back in the list: try again.
desk-nothing-more = Nothing more in this list.
desk-help = Keys
desk-help-more = Keys work while you are not typing in a field, and never together with Ctrl, Alt or Cmd. Type another letter to change one.
desk-help-on = Use these keys
desk-help-digits = 1 to 9, and 0 for the tenth, choose a reason, and Enter sends.
desk-help-keep = Keep
desk-help-reset = Back to the first keys
notice-desk-undone = It is undone, and back in the queue.
notice-desk-undone-already = It was undone already.
notice-desk-undone-late = It is too late to undo this. Restore it instead.
notice-desk-undone-own = This is your own. Another moderator undoes it.
notice-desk-undone-later = Something else was decided on it since. Undo that first.
notice-desk-asked = Somebody else will decide on it.
notice-desk-released = It is back in the queue.
notice-desk-view-kept = The view is kept.
notice-desk-view-dropped = The view is dropped.
notice-desk-view-name = Give the view a name of 1 to 40 characters.
notice-desk-rules-published = The new version is published.
notice-desk-reason-saved = The reason is saved. It is what authors are told from now on.
problem-decision-empty = Choose a reason: the author is told it.
problem-decision-own = This is your own. Another moderator decides on it.
problem-decision-asked = You asked for a second opinion. Another moderator decides on it.
problem-decision-own-decision = This appeal is against a decision of yours. Another moderator answers it.
problem-decision-does-not-fit = That doesn’t fit how it stands now. Look at it again.
problem-decision-note-needed = Say why, in a sentence: whoever appealed reads it.
problem-decision-one-at-a-time = That can only be done to one item at a time.
problem-decision-how-many = Choose at least one item, and at most 100.
problem-decision-view-name = Give the view a name of 1 to 40 characters.
problem-decision-no-act = Choose what to do.
problem-decision-number = Type the number of the idea that it lives on in.
problem-decision-campaign = Choose a campaign.
problem-decision-days = Choose for how long.
problem-decision-no-such-place = There is no public idea of this number that takes part in voting. Check the number.
problem-redacted-empty = Leave some words, and not more than there were.
problem-redacted-too-short = Leave some words, and not more than there were.
problem-redacted-too-long = Leave some words, and not more than there were.
problem-redacted-unprintable = Leave some words, and not more than there were.

## Telling people

notice-followed = We tell you what happens with this idea.
notice-unfollowed = We tell you nothing more of this idea.
notice-notices = Your choice is saved.
notice-mail-again = The letters are on their way again.
follow-start = Tell me what happens with this idea
follow-stop = Stop telling me
follow-not = You hear nothing of this idea by email.
follow-never = You chose to get no letters. <a class="govuk-link" href="{ $href }">Change that</a>.
follow-author = We write to you when something happens with this idea, because you posted it. <a class="govuk-link" href="{ $href }">Choose how often</a>.
follow-supporter = We write to you when something happens with this idea, because you support it. <a class="govuk-link" href="{ $href }">Choose how often</a>.
follow-follower = We write to you when something happens with this idea, because you asked us to. <a class="govuk-link" href="{ $href }">Choose how often</a>.
me-notices-title = Letters about ideas
me-notices = How often shall we write to you?
me-notices-hint = We write when something happens with an idea that you posted, support or follow.
me-notices-work = Letters about your work as an officer come at once, whatever you choose here.
me-notices-at-once = At once
me-notices-daily = Once a day, everything in one letter
me-notices-weekly = Once a week, everything in one letter
me-notices-never = Never
me-notices-save = Save the choice
stop-title = Stop these letters?
stop-done-title = These letters have stopped
stop-lead-one = We write to you when something happens with this idea.
stop-lead-all = We write to you when something happens with ideas on { $site }.
stop-one = Stop letters about this idea
stop-all = Stop all letters about ideas
stop-done-one = You get no more letters about this idea.
stop-done-all = You get no more letters about ideas.
stop-back = You can change that at any time. <a class="govuk-link" href="{ $href }">Choose how often we write to you</a>.
stop-still = Letters for signing in, and answers from moderators, still reach you.
letter-foot-author = You get this letter because you posted this idea.
letter-foot-supporter = You get this letter because you support this idea.
letter-foot-follower = You get this letter because you follow this idea.
letter-foot-digest = You get this letter because you chose to hear everything together.
letter-foot-stop = Stop letters about this idea: { $link }
letter-foot-stop-all = Stop all such letters: { $link }
letter-foot-choose = Choose how often we write to you: { $link }
letter-digest-subject = { $count ->
    [one] { $site }: one thing that happened
   *[other] { $site }: { $count } things that happened
}
letter-digest = { $count ->
    [one] This happened with an idea that you posted, support or follow.
   *[other] This happened with ideas that you posted, support or follow.
}
letter-digest-number = Idea { $number }
letter-digest-idea = Idea { $number }, “{ $title }”
letter-test-subject = A test letter from { $site }
letter-test = This is a test letter from { $site }. It arrived, so mail works.
mail-title = Mail
mail-about = What waits to be sent, what could not be, and a test.
mail-none = No mail server is set, so letters wait. Set <code>SMTP_URL</code>, then start the program again.
mail-waiting = { $count ->
    [0] No letter waits to be sent.
    [one] One letter waits to be sent.
   *[other] { $count } letters wait to be sent.
}
mail-waiting-many = { $count } letters or more wait to be sent.
mail-test-title = Test the mail
mail-test-lead = We send a letter to { $address }, and say how each step went. That takes up to eight seconds.
mail-test-send = Send a test letter
mail-test-nowhere = Your account has no email address, so there is nowhere to send a test letter.
mail-step-well = Fine
mail-step-wrong = Failed
mail-step-skipped = Not asked for
mail-step-configured = A mail server is set
mail-step-resolves = Its name has an address
mail-step-connects = It can be reached
mail-step-greets = It answers as a mail server does
mail-step-encrypts = The connection is encrypted
mail-step-login = It accepts the user name and password
mail-step-sender = It accepts our sender’s address
mail-step-sent = It took the letter
mail-advice-configured = Set SMTP_URL to the address of your mail server, then start the program again.
mail-advice-resolves = Look for a typing mistake in the host of SMTP_URL. Ask whoever runs your network whether the name exists.
mail-advice-connects = Look at the port in SMTP_URL, and ask whether a firewall stands in between. Usual ports are 587, 465 and 25.
mail-advice-greets = Something else may listen at this port. A port that expects encryption from the start needs smtps:// in SMTP_URL.
mail-advice-encrypts = The server may not offer encryption here, or its certificate isn’t trusted or has run out. Ask whoever runs it.
mail-advice-login = Look at the user name and password in SMTP_URL. Signs such as @ and / in them are written as %40 and %2F.
mail-advice-sender = The server doesn’t let us send from this address. Change “from” under [mail] in the configuration, or allow it there.
mail-advice-sent = The server refused the letter. It may allow letters to its own people only, or it thinks that this one is spam.
mail-said = The other side said:
mail-dead-title = Letters that could not be sent
mail-dead-none = There are none.
mail-dead-lead = We tried several times and gave up. When what was wrong is mended, send them again. They are forgotten after 30 days.
mail-dead-to = To { $address }
mail-dead-tries = { $count ->
    [one] one try
   *[other] { $count } tries
}
mail-dead-again = Send again
mail-dead-which = “{ $subject }” to { $address }
mail-dead-again-all = Send all of them again

## Letters about answers

outcome-YES = Yes
outcome-PARTLY = Yes, in part
outcome-ALREADY_DOING = We are doing it already
outcome-NOT_NOW = Not now
outcome-NO = No
outcome-NOT_OURS = Not ours to decide
letter-replied-subject = The council has answered idea { $number }: { $title }
letter-replied-mine = { $department } has answered your idea { $number }, “{ $title }”.
letter-replied-other = { $department } has answered idea { $number }, “{ $title }”.
letter-replied-outcome = The answer: { $outcome }.
letter-replied-role = { $role }, { $department }
letter-replied-look = Read the whole answer: { $link }
letter-revised-subject = The council has revised its answer to idea { $number }: { $title }
letter-revised-mine = The answer to your idea { $number }, “{ $title }”, has been revised.
letter-revised-other = The answer to idea { $number }, “{ $title }”, has been revised.
letter-revised-why = Why it says something else now:
letter-revised-look = Read it, and what it said before: { $link }
letter-assigned-subject = An idea waits for you: { $number }, { $title }
letter-assigned = Idea { $number }, “{ $title }”, is now with { $department }.
letter-assigned-due = The council has promised an answer by { $day }.
letter-assigned-note = A colleague adds:
letter-desk-look = Everything you need for it is here: { $link }
letter-mentioned-subject = A colleague names you in a note on idea { $number }
letter-mentioned = A colleague wrote this about “{ $title }”, for staff only:
letter-approve-subject = An answer waits for your yes: idea { $number }
letter-approve = A colleague in { $department } has written an answer to “{ $title }”. It becomes public once somebody else has approved it.
letter-moved-subject = News of idea { $number }: { $title }
letter-moved-mine = Your idea { $number }, “{ $title }”, has moved on: { $status }.
letter-moved-other = Idea { $number }, “{ $title }”, has moved on: { $status }.
letter-moved-words = The council says:
letter-happened-subject = Did it happen? Idea { $number }: { $title }
letter-happened-mine = The council set a step for your idea { $number }, “{ $title }”: { $milestone }.
letter-happened-other = The council set a step for idea { $number }, “{ $title }”: { $milestone }.
letter-happened-ask = Its time has come. Did it happen? Say yes, partly or no: { $link }
letter-promised-subject = The council has promised an answer to idea { $number }: { $title }
letter-promised-mine = So many people support your idea { $number }, “{ $title }”, that the council has promised an answer.
letter-promised-other = So many people support idea { $number }, “{ $title }”, that the council has promised an answer.
letter-promised-day = It comes by { $day }. If it is late, everybody sees that.
letter-promised-paused = The clock stands still for now. The idea’s page says why.
letter-hand-subject = Officers work on idea { $number }: { $title }
letter-hand-mine = Officers of the council have your idea { $number }, “{ $title }”, in hand.
letter-hand-other = Officers of the council have idea { $number }, “{ $title }”, in hand.
letter-hand-who = { $department } answers for it. You hear from us when there is an answer.
letter-paused-subject = The clock stands still for idea { $number }: { $title }
letter-paused-mine = This is about your idea { $number }, “{ $title }”.
letter-paused-other = This is about idea { $number }, “{ $title }”.
letter-resumed-subject = The clock runs again for idea { $number }: { $title }
letter-resumed-mine = The clock that stood still for your idea { $number }, “{ $title }”, runs again.
letter-resumed-other = The clock that stood still for idea { $number }, “{ $title }”, runs again.
letter-extended-subject = The council takes longer for idea { $number }: { $title }
letter-extended-mine = The council takes longer than it promised for your idea { $number }, “{ $title }”.
letter-extended-other = The council takes longer than it promised for idea { $number }, “{ $title }”.
letter-seen-subject = The council has seen idea { $number }: { $title }
letter-seen-mine = The council has seen your idea { $number }, “{ $title }”.
letter-seen-other = The council has seen idea { $number }, “{ $title }”.
letter-committee-subject = Brought to a committee: idea { $number }, { $title }
letter-committee-mine = The council has brought your idea { $number }, “{ $title }”, to a committee.
letter-committee-other = The council has brought idea { $number }, “{ $title }”, to a committee.
letter-reopened-subject = Not done yet, people say. Idea { $number }: { $title }
letter-reopened-mine = Many of those who support your idea { $number }, “{ $title }”, say that this didn’t happen:
letter-reopened-other = Many of those who support idea { $number }, “{ $title }”, say that this didn’t happen:
letter-reopened-then = The council has been asked to look again.
letter-watched-subject = Something happened to idea { $number }: { $title }
letter-watched = You watch idea { $number }, “{ $title }”. This happened:
letter-watched-stop = To get no more of these letters, press “Stop watching” there.
letter-passed-subject = What came of it? Idea { $number }: { $title }
letter-passed = The day of this step has passed: { $milestone }. It belongs to “{ $title }”. Say what came of it.
letter-disputed-subject = Many say that it didn’t happen: idea { $number }
letter-disputed = Many say that this step didn’t happen: { $milestone }. It belongs to “{ $title }”. Please look again, and say what came of it.

## Whether it happened

timeline-moved-IN_PROGRESS = The council is doing it
timeline-moved-DONE = The council says that it is done
timeline-moved-PLANNED = The council plans it
officers-happened-MOVED = The council moved it on
timeline-moved-UNDER_REVIEW = Officers work on an answer
officers-happened-TAKEN = Officers have it in hand
officers-happened-MILESTONE = A step was set
officers-happened-CLAIMED = The council said what came of a step
officers-happened-REOPENED = Many said that it didn’t happen
milestones-title = What happens when
milestones-progress = Steps done so far, the council says: { $done } of { $all }.
milestones-due = By { $when }
milestones-claim-YES = The council says: it happened.
milestones-claim-PARTLY = The council says: some of it happened.
milestones-claim-NO = The council says: it didn’t happen.
milestones-silent = Its day has passed, and the council hasn’t said what came of it.
milestones-to-come = Its day is still to come.
milestones-said = Supporters say: { $yes } yes, { $partly } partly, { $no } no.
milestones-nobody = No supporter has said anything yet.
milestones-reopened = Many say that it didn’t happen. The council has been asked to look again.
milestones-ask = Did it happen?
milestones-ask-who = You are asked because you support this idea or wrote it. Nobody sees what you said, only how many said it.
milestones-YES = Yes
milestones-PARTLY = Partly
milestones-NO = No
milestones-about = “{ $title }”
milestones-yours = You said: { $said }. You can change your mind.
notice-milestone-said = Thank you. What you said is counted.
notice-desk-milestone = The step is set. Everybody reads it.
notice-desk-claimed = What you said stands on the idea’s page, and its supporters are asked.
notice-desk-moved = The idea has moved on, and its people are told.
officers-delivery = What happens when
officers-delivery-none = No step is set yet. Set one for each thing that people can look out for.
officers-delivery-set = Set a step
officers-delivery-what = What will have happened
officers-delivery-when = By which day
officers-delivery-when-hint = For example 2027-03-14.
officers-delivery-claim = Say what came of it
officers-delivery-claim-which = Which step
officers-delivery-came = What came of it
officers-delivery-words = In your words
officers-delivery-words-hint = Everybody reads this.
officers-delivery-say = Say so
officers-delivery-move = Move the idea on
officers-delivery-to = Where it stands now
officers-delivery-why = What happened
officers-delivery-do = Move it
problem-milestone-empty = Say what will have happened.
problem-milestone-too-short = This is too short. Use at least { $least } characters.
problem-milestone-too-long = This has { $found } characters and { $most } fit. Shorten it.
problem-milestone-unprintable = This has characters that can’t be shown. Type it again, or paste it as plain text.
problem-milestone-unanswered = Answer the idea first: steps are of what the council said.
problem-milestone-too-many = There are enough steps. Say what came of some of them first.
problem-move-on-cannot-move = The idea can’t move there from where it stands.
problem-claim-empty = Choose what came of it.
problem-which-empty = Choose a step.

## The officers’ desk

nav-desk = Desk
nav-desk-owed = waiting
officers-title = The officers’ desk
officers-piles = What waits
officers-dues = By when
officers-pile-mine = Mine
officers-pile-departments = My departments
officers-pile-all = Everything that waits
officers-pile-nobodys = Nobody’s
officers-narrow-any = Whenever it is due
officers-narrow-soon = Due within a week
officers-narrow-late = Past its day
officers-orders = In which order
officers-order-due = First due first
officers-order-waiting = Longest waiting first
officers-more-than = { $count } or more
officers-overdue-all = { $count ->
    [one] { $count } thing is past its day
   *[other] { $count } things are past their day
}
officers-none-mine = You have taken nothing on. Ideas that you take stand here.
officers-none-departments = Nothing waits for your departments.
officers-none-all = Nothing waits.
officers-none-nobodys = Every idea that waits has its department.
officers-none-narrowed = Nothing here is due by then.
officers-none-any = Show all of this pile
officers-none-see-all = Show everything that waits
officers-feed = What is going on
officers-feed-of = Which ideas
officers-feed-all = All ideas
officers-feed-departments = My departments’
officers-feed-watched = What I watch
officers-feed-department = Department
officers-feed-any = Every department
officers-feed-none = Nothing has happened here yet.
officers-watched = { $count ->
    [0] You watch no idea
    [one] You watch one idea
   *[other] You watch { $count } ideas
}
officers-watched-none = Press “Watch” on an idea at the desk, and a letter tells you what becomes of it.
officers-watch = Watch
officers-watch-stop = Stop watching
pager-feed = More of what is going on
notice-watching = You watch this idea. A letter tells you what becomes of it.
notice-watched = You no longer watch this idea.
problem-watch-too-many = You watch { $most } ideas. Stop watching one of them first.
officers-directory-lead = Name a colleague in a note with “@” and their name, and they get a letter.
officers-directory-none = There is no department yet.
officers-directory-nameless = Somebody without a name
officers-directory-you = (you)
officers-directory-rules = What finds it by itself
officers-directory-by-hand = No rule leads here. Ideas are handed over by hand.
officers-number = Idea { $number }
officers-support = { $count ->
    [one] { $count } supporter
   *[other] { $count } supporters
}
officers-oppose = { $count ->
    [one] { $count } against
   *[other] { $count } against
}
officers-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
officers-nobody-yet = nobody has taken it yet
officers-no-department = No department has it yet
officers-stage-writing = Being written
officers-stage-approval = Waits for a second officer
officers-stage-scheduled = Planned
officers-no-day = No day was promised
officers-stopped = The clock stands still
officers-overdue = Overdue since { $when }
officers-due-today = Due today, { $when }
officers-due = { $count ->
    [one] Due in { $count } working day, on { $when }
   *[other] Due in { $count } working days, on { $when }
}
officers-by-ACKNOWLEDGE = Look at it by { $when }
officers-by-REPLY = Answer by { $when }
officers-by-COMMITTEE = Bring it to a committee by { $when }
officers-by-days = { $count ->
    [one] { $by }, in { $count } working day
   *[other] { $by }, in { $count } working days
}
officers-by-today = { $by }, today
officers-by-past = { $by }: overdue
officers-stopped-ACKNOWLEDGE = Look at it: the clock stands still
officers-stopped-REPLY = Answer: the clock stands still
officers-stopped-COMMITTEE = Bring it to a committee: the clock stands still
officers-step-was-due = The step’s day was { $when }
officers-disputed = Disputed since { $when }
officers-step-PASSED = A step’s day has passed: say whether it was done.
officers-step-DISPUTED = People say that this did not happen: look again.
officers-waited = { $count ->
    [0] waiting since today
    [one] waiting { $count } day
   *[other] waiting { $count } days
}
officers-kept = Kept on { $when }
officers-kept-late = Kept late, on { $when }
officers-pack-title = Answer: { $title }
officers-back = The officers’ desk
officers-by = by <bdi>{ $name }</bdi>
officers-to-reply = Write the answer
officers-public = The idea’s public page
officers-to-notes = Notes among colleagues
officers-preview = As citizens will see it
officers-preview-not-saved = Nobody else sees it yet.
officers-preview-back = Go on with the answer
officers-answered = The council’s answer
officers-further = Write a further answer
officers-says = What the idea says
officers-not-yours = Another department answers this idea. You can read everything here, and write a note.
officers-voices = Arguments to take up
officers-voices-hint = Those whose side most other people take in their replies come first, then those that were answered most. One from each person.
officers-voices-agree = { $count ->
    [one] { $count } other person takes the same side
   *[other] { $count } other people take the same side
}
officers-voices-for = For
officers-voices-against = Against
officers-voices-none-for = Nobody has argued for it.
officers-voices-none-against = Nobody has argued against it.
officers-comment = Comment { $comment }
officers-credit = The answer used comment { $comment }
officers-past = Ideas like it, and what was answered
officers-holders = Who has it
officers-leads = answers
officers-helps = helps
officers-since = since { $when }
officers-take = Take it on
officers-give-back = Give it back
officers-hand = Give it to a department
officers-hand-to = Department
officers-hand-choose = Choose a department
officers-hand-part = What it does there
officers-hand-lead = It answers from now on
officers-hand-help = It helps
officers-hand-leave = The department that answered until now has no more part in it
officers-hand-words = Public words
officers-hand-words-hint = Optional. They stand in the idea’s history, for everybody.
officers-hand-note = A note to the department
officers-hand-note-hint = Name a colleague with “@” and their name, and they hear of it too.
officers-hand-do = Hand it over
officers-clock = What was promised
officers-no-promise = Nobody promised an answer by a day.
officers-promise-ACKNOWLEDGE = { $count ->
    [one] At { $supporters } we look at it within { $count } working day
   *[other] At { $supporters } we look at it within { $count } working days
}
officers-promise-REPLY = { $count ->
    [one] At { $supporters } we answer it within { $count } working day
   *[other] At { $supporters } we answer it within { $count } working days
}
officers-promise-COMMITTEE = { $count ->
    [one] At { $supporters } we bring it to a committee within { $count } working day
   *[other] At { $supporters } we bring it to a committee within { $count } working days
}
officers-promised-ACKNOWLEDGE = of looking at it
officers-promised-REPLY = of the answer
officers-promised-COMMITTEE = of the committee
officers-how = How the day was found
officers-line-reached = It got to these supporters on { $when }.
officers-line-counted = { $count ->
    [one] { $count } working day from there is { $when }.
   *[other] { $count } working days from there is { $when }.
}
officers-line-stood = { $count ->
    [one] The clock stood still from { $from } to { $to }: { $count } working day more.
   *[other] The clock stood still from { $from } to { $to }: { $count } working days more.
}
officers-line-extended = { $count ->
    [one] On { $when } it got { $count } working day more.
   *[other] On { $when } it got { $count } working days more.
}
officers-clock-change = Change the clock
officers-clock-late = Its day has passed, so its clock can’t be stopped or given more days.
officers-clock-what = What happens to it
officers-act-pause-ACKNOWLEDGE = Stop the clock of looking at it
officers-act-resume-ACKNOWLEDGE = Let the clock of looking at it run again
officers-act-extend-ACKNOWLEDGE = Give looking at it more working days
officers-act-pause-REPLY = Stop the clock of the answer
officers-act-resume-REPLY = Let the clock of the answer run again
officers-act-extend-REPLY = Give the answer more working days
officers-act-pause-COMMITTEE = Stop the clock of the committee
officers-act-resume-COMMITTEE = Let the clock of the committee run again
officers-act-extend-COMMITTEE = Give the committee more working days
officers-act-keep-ACKNOWLEDGE = Say that the council has seen it
officers-act-keep-COMMITTEE = Say that it was brought to a committee
officers-clock-days = How many more working days, if it gets some
officers-clock-reason = Why
officers-clock-reason-hint = Everybody reads this. It isn’t needed when the clock runs again.
officers-clock-do = Change it
officers-notes = Notes among colleagues
officers-notes-hint = For staff only. No citizen ever sees them.
officers-note = A new note
officers-note-hint = Whoever you name hears of it.
officers-note-who = You can name:
officers-note-do = Add the note
officers-growth = The numbers over time
officers-growth-words = From { $from } to { $to }: { $support } for, { $oppose } against, comments: { $comments }.
officers-growth-support = For
officers-growth-oppose = Against
officers-growth-comments = Comments
officers-history = What happened so far
officers-history-versions = Every version of the idea
officers-happened-POSTED = Posted
officers-happened-EDITED = { $count ->
    [one] Edited once
   *[other] Edited { $count } times
}
officers-happened-REACHED = { $count ->
    [one] It got to { $count } supporter
   *[other] It got to { $count } supporters
}
officers-happened-ASSIGNED = Given to { $department }
officers-happened-ACKNOWLEDGED = The council has seen it
officers-happened-COMMITTEE = Brought to a committee
officers-happened-PAUSED = The clock stopped
officers-happened-RESUMED = The clock runs again
officers-happened-EXTENDED = { $count ->
    [one] It got { $count } working day more
   *[other] It got { $count } working days more
}
officers-happened-REPLIED = { $department } answered
officers-happened-REVISED = { $department } revised its answer
officers-reply = The answer
officers-planned = It becomes public on { $when }.
officers-saved = Saved by <bdi>{ $name }</bdi>, { $when }
officers-locked = <bdi>{ $name }</bdi> is writing this answer, up to { $when } at least. What you type stays here, but can’t be saved before.
officers-theirs = <bdi>{ $name }</bdi> saved a newer draft, { $when }. Yours is below, as you typed it. Save again to put it in place of these words:
officers-give-first = No department has this idea. You can write a draft; give it to a department before it is published.
officers-asked = A colleague asks for your yes. Read it, preview it, and publish it as it stands.
officers-outcome = What the council answers
officers-until = From which day on it may be asked again
officers-refer-to = Who decides it, and how to reach them
officers-reasons = Why
officers-reasons-hint = Begin with what you would say in person. A heading that you write nothing below is left out.
officers-long = Most sentences are long: { $average } words on average. Shorter ones are read by more people.
officers-arguments = What became of people’s arguments
officers-arguments-hint = Optional. Write behind the comments that you take up; the other lines are left out.
officers-next-step = What happens next (optional)
officers-next-date = By when (optional)
officers-role = In which role you answer
officers-role-hint = It stands under the answer: “Head of Parks”.
officers-more = Costs, other ideas, more comments, language
officers-cost = What it costs
officers-others = Other ideas that this answers too
officers-others-hint = Their numbers, with commas: 12, 34
officers-credits = Further comments that the answer used
officers-credits-hint = Their numbers, with commas: 3, 7. Those above have boxes to tick.
officers-do-keep = Save the draft
officers-do-preview = Preview
officers-do-publish = Publish now
officers-do-approval = Ask for approval
officers-do-approve = Approve and publish
officers-do-schedule = Publish then
officers-do-discard = Throw the draft away
officers-later = Publish at a time
officers-at = When it becomes public
officers-at-hint = On the council’s own clock.
officers-autosaved = Draft saved.
officers-autosave-clash = Somebody else has this draft open or changed it. What you typed stays here: press “Save the draft” to see theirs.
officers-autosave-set = Not saved: this answer waits for its time or for a colleague. Press the button to take it back.
officers-autosave-failed = Not saved. Press the button below to see why.
officers-skeleton-asked = What you asked for
officers-skeleton-found = What we found
officers-skeleton-why = What we decided, and why
officers-skeleton-comment = Comment { $comment }
notice-desk-clock = The clock is changed. Everybody reads why.
notice-desk-handed = The department has it now.
notice-desk-taken = You have taken it on.
notice-desk-given-back = You have given it back.
notice-desk-noted = The note is added.
notice-desk-draft-kept = The draft is saved. Only staff can read it.
notice-desk-draft-dropped = The draft is gone.
notice-desk-approval = Your colleagues were asked to approve it.
notice-desk-scheduled = It becomes public by itself, at that time.
notice-desk-published = The answer is public. Everybody who follows the idea hears of it.
effort-inputs = Fields and buttons that this took you:
effort-minutes = Minutes, rounded up:
problem-officers-changed = Somebody changed it meanwhile. Look again, then try once more.
problem-officers-locked = A colleague has this draft open. What you typed stays here: save it again when they are done.
problem-officers-gone = This draft was published or thrown away meanwhile. Save again to begin a new one.
problem-officers-numbers-invalid = Write numbers alone, with commas between them, such as 12, 34.
problem-officers-act-empty = Choose what happens to the clock.
problem-publish-at-past = Choose a time that is still to come.
problem-publish-at-invalid = Choose the day and the time at which it becomes public.
problem-publish-nobodys = Give it to a department first.
problem-two-people-own = Somebody else must approve what you wrote.
problem-two-people-not-asked = In this department a second officer approves answers. Ask for that first.
problem-two-people-revised-alone = In this department two people agree on an answer. Ask somebody who runs the site to revise it.
problem-reply-others-no-such-idea = There is no idea { $number } that can be answered.
problem-reply-others-cannot-move = Idea { $number } can’t be answered any more: look at where it stands now.
problem-reply-others-not-yours = Another department leads on idea { $number }. Ask that department to answer it.
problem-reply-others-answered = Idea { $number } has been answered already. Revise that answer instead.
problem-assign-already = This department has it so already.
problem-promise-kept = This promise has been kept.
problem-promise-paused = The clock stands still already.
problem-promise-running = The clock runs already.
problem-promise-late = The day has passed. This promise is late, and stays so.
problem-promise-reply = This promise is kept by replying.
problem-promise-days-out-of-range = Give it between 1 and { $most } working days.
problem-outcome-empty = Choose what the council answers.
problem-reply-outcome-cannot-move = The idea’s status can’t move so any more.
problem-step-kind-twice = Each kind of promise stands once.

officers-template = Begin with a template
officers-template-hint = Its words come into the form below, for you to change. What you typed stays.
officers-template-choose = Choose a template
officers-template-replace = Put its words in place of what I typed
officers-template-do = Use this template
officers-template-filled = The template’s words are in the form. Nothing is saved yet.
officers-template-kept = You had words of your own here, and they stay:
officers-template-gaps = Nothing is known for these. Write words in their place before you publish:
officers-template-field-outcome = What the council answers
officers-template-field-refer-to = Who decides it, and how to reach them
officers-template-field-reasons = Why
officers-template-field-arguments = What became of people’s arguments
officers-template-field-next-step = What happens next
officers-template-field-cost = What it costs
template-variable-title = the idea’s title
template-variable-number = the idea’s number
template-variable-author = the public name of its author
template-variable-supporters = how many support it
template-variable-department = the department that answers
template-variable-role = the role in which you answer
template-variable-promised-day = the day by which an answer was promised
templates-title = Templates for answers
templates-lead = Words to begin an answer with. Everybody in a department shares them.
templates-new = New template
templates-none = There is no template yet.
templates-retired = Retired
templates-changed = Changed { $when }
templates-of = For { $department }
templates-theirs = Somebody saved newer words, { $when }. Yours are below, as you typed them. Save again to put them in place of these:
templates-variables = What the program fills in
templates-variables-hint = Write these where the answer shall name something of its idea:
templates-name = Name
templates-name-hint = Only officers see it, when they choose a template.
templates-department = Department
templates-outcome-open = Leave it open
templates-arguments = What became of people’s arguments (optional)
templates-cost = What it costs (optional)
templates-retire = Retire this template
templates-retire-more = Nobody is offered a retired template. It stays here, and can be offered again.
templates-offer = Offer it again
notice-template-saved = The template is saved.
notice-template-retired = The template is retired.
notice-template-offered = The template is offered again.
problem-template-unknown-variable = There is no variable { $named }. Take one from the list of variables.
problem-template-variable-left = A variable is left here: { $named }. Put words in its place.
problem-template-empty = Choose a template.
problem-template-gone = This template isn’t offered any more. Choose another one.
problem-template-department-empty = Choose whose template it is.
problem-template-title-too-many = The department has enough templates. Retire one first.
reply-revise = Revise this answer
revise-title = Revise a published answer
revise-back = The idea’s public page
revise-lead = What it said until now stays for everybody to read, with your reason.
revise-theirs-title = What it says now
revise-theirs = Somebody revised this answer, { $when }. Your words are below, as you typed them. Publish again to put them in place of these:
revise-why = Why it says something else now
revise-why-hint = Everybody reads this.
revise-do = Publish the revision
notice-desk-revised = The answer is revised. What it said before stays in its history.
