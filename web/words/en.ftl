### Every word on the pages, in English: the language that must be complete. A test fails when a page uses a message that
### isn't here, and when a message here is used by no page.
###
### Plain English: short sentences, the person's own words, what happened and what to do next. Marks such as <a> and
### <bdi> belong to the message; { $what } is brought by the page and is always text. A name that a person chose stands
### in <bdi>, so that names in any script read well.

## The language itself

language-name = English
date-month = { $month ->
language-locale = en_GB
date-day = { $day } { $month ->
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
## Votes

number = { $count }
vote-title = Vote on “{ $title }”
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
    [0] Nobody supported this.
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

back-to-idea = Back to the idea
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
comment-held = Only you and moderators can read this for now.
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
comment-refused-closed = This discussion takes no more comments. Your text is still here, so that you can copy it.
comment-refused-deep = This thread is as deep as threads go. Reply to a comment further up.
comment-refused-gone = What you are answering is no longer there. Your text is still here, so that you can copy it.
comment-edit-title = Edit your comment
comment-edit-kept = What it says now stays readable in its history.
comment-edit-held = It goes on waiting for a moderator after you save it.
comment-edit-changed = You changed this comment somewhere else meanwhile. Save again to put this text in its place.
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

## An idea

back = Back
back-to-idea = Back to the idea
idea-back = All ideas
idea-title-more = { $title }, more comments
idea-part-of = Part of <a class="govuk-link" href="{ $href }">{ $question }</a>
idea-by = by <bdi>{ $name }</bdi>
idea-edited = edited { $when }
idea-number = Idea { $number }
idea-waits = This idea waits for a moderator. Nobody but its author and moderators can read it yet.
idea-hidden = A moderator hides this idea at the moment. Nobody but its author and moderators can read it.
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
idea-next-waiting = A moderator reads it. If it keeps to the guidelines, everybody can then read it, vote on it and comment. No date is set for that.
idea-next-waiting-mine = Until then you can still change it or take it back. This page and your own page show where it stands.
idea-next-hidden = A moderator decides whether everybody can read it again. No date is set for that.
idea-next-opens = Voting begins on { $when }.
idea-next-open-until = You can vote until { $when }, and change your vote until then. After that the votes stand.
idea-next-open = You can vote at any time, and change your vote. Voting has no closing date.
idea-next-ended = Voting ended on { $when }. The votes stand as they are. The next word is the council’s, and no date is set for it.
idea-next-under-way = Votes and comments are closed. When the council takes the next step, it shows here.
idea-next-merged = Votes and comments go to the other idea now.
idea-next-not-public = Nothing. Only its author and moderators can still read it.
idea-next-over = Nothing more is to come. The idea stays here to be read.

timeline-title = So far
timeline-posted = Posted
timeline-published = Posted and published
timeline-edited = { $count ->
    [one] Edited once
   *[other] Edited { $count } times
}
timeline-opens = Voting opens
timeline-closes = Voting closes
timeline-closed = Voting closed
timeline-withdrawn = Withdrawn

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
edit-preview = This is how it will look
edit-preview-not-saved = Nothing is saved yet. Change it below, or save it.
edit-save = Save
edit-show = Preview
edit-cancel = Cancel
edit-changed = You changed this idea somewhere else meanwhile. Save again to put this text in its place.
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
report-faith = I believe in good faith that what I say here is right and complete.
report-send = Send the report
receipt-title = We have your report
receipt-number = Its number is<br><strong>{ $number }</strong>
receipt-when = It came on { $when }.
receipt-about-idea = It is about idea { $number }.
receipt-about-comment = It is about comment { $comment } on idea { $number }.
receipt-mailed = A letter with the number is on its way to you.
receipt-next = Somebody at the council reads it, looks at what you reported, and decides whether it stays. No date is set for that. If you left an address, the answer goes there.
receipt-more = Note the number, or keep this page’s address. To add something, write to <a class="govuk-link" href="mailto:{ $contact }">{ $contact }</a> and quote it.
receipt-back-comment = Back to the comment
