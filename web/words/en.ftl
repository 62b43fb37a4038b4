### Every word on the pages, in English: the language that must be complete. A test fails when a page uses a message that
### isn't here, and when a message here is used by no page.
###
### Plain English: short sentences, the person's own words, what happened and what to do next. Marks such as <a> and
### <bdi> belong to the message; { $what } is brought by the page and is always text. A name that a person chose stands
### in <bdi>, so that names in any script read well.

## The language itself

language-name = English
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
title-error = Error:
nav-main = Main
nav-ideas = Ideas
nav-about = About
nav-sign-in = Sign in
nav-new = Post an idea
footer-title = About this site
footer-about = How it works
footer-guidelines = Guidelines
footer-transparency = Transparency
footer-privacy = Privacy
footer-accessibility = Accessibility
footer-contact = Write to us
footer-whose = The idea board of { $council }

## What was just done

notice-success = Success
notice-important = Important
notice-posted = Your idea is posted.
notice-posted-more = Everybody can read it now, vote on it and comment. Come back to this page to see what becomes of it. It is listed on <a class="govuk-notification-banner__link" href="{ $me }">your own page</a>.
notice-waiting = We have your idea.
notice-waiting-more = A moderator looks at it before everybody can read it. You can see it here already, and on <a class="govuk-notification-banner__link" href="{ $me }">your own page</a>.
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
notice-comment-deleted = Your comment is deleted.
notice-signed-out = You are signed out.
notice-renamed = Your name is changed.
notice-session-ended = That browser is signed out.
notice-token-revoked = The token is revoked. It no longer works.
notice-draft-dropped = The draft is deleted.
notice-others-ended = Every other browser is signed out.
notice-language = Your language is saved. Letters to you will be in it too.
notice-left = Your account is deleted. Thank you for having been here.

## Forms

error-summary = There is a problem
error-prefix = Error:

## New idea

new-language = I am writing in

## When something went wrong

trouble-home = Go to the first page
trouble-typed = What you wrote
trouble-part = Part { $part } of what you wrote
trouble-incident = If you write to us, quote the number <strong>{ $number }</strong>.
trouble-on = <a class="govuk-link" href="{ $home }">Go to the first page</a> or write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a>.
not-found-title = Page not found
not-found = If you typed the address, check it. If you followed a link, it may be out of date.
gone-title = This was withdrawn
gone = Its author took it back, so it can no longer be read.
sign-in-first-title = Sign in first
sign-in-first = This needs an account. Sign in and try again.
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
too-large = Nothing was changed. Make it shorter and try again.
too-large-most = Nothing was changed. At most { $most } KB can be sent here.
unsupported-title = This kind of content is not read here
unsupported = Nothing was changed. Send it in the form that the documentation names.
wrong-host-title = This site has another address
wrong-host = You will find it at { $address }.
too-many-title = Too many requests
too-many = Nothing was changed. Try again in { $span }.
span-seconds = { $count ->
    [one] a second
   *[other] { $count } seconds
}
span-minutes = { $count ->
    [one] a minute
   *[other] { $count } minutes
}
busy-title = The site is busy
busy = Nothing is known to have been changed. Try again in a moment.
internal-title = Something went wrong on our side
internal = We have a record of it. Try again in a few minutes.

## Campaigns in lists

ends-left = { $days ->
    [0] Closes today
    [one] 1 day left
   *[other] { $days } days left
}
ends-at = (until { $when })
ends-never = Always open

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
me-draft-idea = Idea: { $title }
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
me-remark-on = <a class="govuk-link" href="{ $href }">{ $title }</a>
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
me-tokens-too-many = You have as many tokens as fit. Revoke one first.
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
me-delete-stays = What stays
me-delete-stays-votes = Your votes stay counted, because a count is a promise to everybody. Nothing leads from them to you any more: no name and no address is kept with them. You can take back votes that are still open before you go.
me-delete-stays-answered = Ideas that the council has begun to answer. They show “Former member” in place of your name.
me-delete-stays-hidden = What a moderator hid or rejected. Only moderators can read it.
me-delete-export = You may want to <a class="govuk-link" href="{ $href }">export your data</a> first. Later you can sign up again with the same address, but nothing of this will be yours then.
me-delete-words = What should become of your ideas and comments?
me-delete-keep = They stay, without my name
me-delete-keep-hint = They show “Former member”. The discussion still makes sense to others.
me-delete-take = Take back all that can be taken back
me-delete-take-hint = Ideas are withdrawn, and comments are emptied for good.
me-delete-word = delete
me-delete-confirm = Type the word <strong>{ $word }</strong>
me-delete-confirm-hint = So that nobody deletes an account by a slip.
me-delete-choose = Choose what should become of your ideas and comments.
me-delete-type = Type the word “{ $word }” to confirm.
me-delete-do = Delete my account
me-delete-not = Keep my account

## Profile

profile-since = Member since { $month }
profile-ideas = Ideas
profile-comments = Comments
profile-comments-all = All comments
profile-back = Ideas and latest comments

## Letters

letter-sign-in-subject = Sign in to { $site }
letter-sign-in =
    Hello,

    You asked to sign in to { $site }.

    Open this link in the browser where you asked:

    { $link }

    Or type this code on the page where you asked:

    { $code }

    The link and the code work for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, and only once.
    Keep them to yourself. We will never ask you for them, by telephone or by mail.

    If you didn’t ask for this, you don’t have to do anything: nobody can sign in as you
    without this letter. If such letters keep coming, please tell us: { $url }
