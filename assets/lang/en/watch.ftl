### Rules for words: what authors read of them, the desk, and the editor of staff.

problem-watched = A word rule of this place matched: { $words }. Your text is still here: change it and send it again.
problem-watched-here = A word rule of this place matched: { $words }. It cannot wait for staff here: choose other words.
problem-rule-there = There is such a rule already. Change that one.
problem-pattern-star = A * stands only at the beginning or the end of a word or phrase.
problem-pattern-words = These are several words: choose “phrase”.
problem-pattern-one-word = A phrase has at least two words.
problem-pattern-few-letters = What is looked for inside words needs at least four letters.
act-watch-add = made a word rule
act-watch-edit = changed a word rule
act-watch-remove = took a word rule away
act-watch-import = took in word rules from a list
act-watch-export = took the word rules out as a file
act-watch-refuse = wrote something that a word rule did not let through
act-watch-judge = said whether a word rule was right
act-watch-close = closed what a word rule had brought up
watch-help-title = You are not alone
watch-help-words = If something weighs on you, { $staff } are there to listen. What you wrote was sent as it is.
watch-help-ask = Tell { $staff }
watch-censored = A word rule matched. Others see ■ in place of some of it.
watch-possible = Possible match
watch-case-help = May need help
watch-case-block = Not taken
watch-case-hold = Held by a word rule
watch-case-flag = A word rule matched
watch-hits-title = Words that matched
watch-hit-rule = Rule: { $pattern }
watch-judge = Was the rule right about “{ $words }”?
watch-right = Right
watch-wrong = Wrong
watch-harmless = Harmless
watch-about-help = It was delivered as it is, and its author was shown with whom to talk. Only who holds Safeguard sees this.
watch-about-block = It was not taken, and nobody else saw it.
watch-about-flag = It can be seen. There is no item to decide about: speak with its author, then close this.
watch-surface-post = Post
watch-surface-comment = Comment
watch-surface-message = Message
watch-surface-caption = Caption of a photo
watch-surface-alt = Description of a photo
watch-surface-poll = Poll
watch-surface-album = Album
watch-surface-group = Group
watch-surface-name = Shown name
watch-surface-profile = Profile
watch-surface-hashtag = Hashtag
watch-surface-file = File
watch-surface-event = Event
watch-surface-announcement = Announcement
watch-surface-talk = Name of a conversation
watch-title = Rules for words
watch-title-about = Words that are not taken, wait, or are looked at
watch-about = A rule can hide, hold back or bring something before staff; it never punishes. What staff write is only ever brought before staff.
watch-uncover = Show the word
watch-new = New rule
watch-edit = Change the rule
watch-change = Change
watch-empty = No rules yet
watch-empty-words = Write the first one, and try it on a text before you save it.
watch-none = No rule fits
watch-none-words = Choose fewer filters.
watch-every = All
watch-on = Switched on
watch-off = Switched off
watch-ended = Has ended
watch-filter = Filter
watch-find = Part of the word
watch-language = Language, such as en
watch-state = State
watch-show = Show
watch-switch-on = Switch on
watch-switch-off = Switch off
watch-pattern = Word or phrase
watch-pattern-hint = Capitals, accents and letters that look alike make no difference. A * at an end stands for more letters.
watch-kind = How it is looked for
watch-kind-word = Word
watch-kind-word-hint = Only as a word by itself: grass is not found.
watch-kind-phrase = Phrase
watch-kind-phrase-hint = Several words after each other, with a space or a sign between them.
watch-kind-prefix = Beginning of a word
watch-kind-prefix-hint = Every word that begins so.
watch-kind-anywhere = Anywhere
watch-kind-anywhere-hint = Also inside other words. Needs four letters; give exceptions.
watch-action = What follows
watch-action-block = Do not take it
watch-action-block-hint = The author gets the form again, with every word that matched.
watch-action-hold = Let it wait
watch-action-hold-hint = Only the author sees it until staff let it through.
watch-action-flag = Bring it before staff
watch-action-flag-hint = It can be seen; the desk looks at it.
watch-action-censor = Cover the word
watch-action-censor-hint = Others see ■ for each character; the author sees their own text.
watch-action-help = Offer help
watch-action-help-hint = It is delivered. The author reads with whom to talk, and who holds Safeguard is told.
watch-severity = How serious
watch-severity-1 = Information
watch-severity-2 = Concern
watch-severity-3 = Urgent
watch-category = What it is about
watch-category-bullying = Bullying
watch-category-threats = Threats
watch-category-self-harm = Self-harm
watch-category-drugs = Drugs
watch-category-weapons = Weapons
watch-category-sexual = Sexual
watch-category-other = Other
watch-exceptions = Exceptions
watch-exceptions-hint = One a line, at most 50: what matches inside one of these is left alone.
watch-surfaces = Where
watch-surfaces-hint = Nothing ticked means everywhere.
watch-languages = Languages
watch-languages-hint = For finding your way, such as en, es.
watch-until = Last day
watch-until-hint = After it the rule does nothing.
watch-note = Note
watch-note-hint = Why the rule is there. Only staff read it.
watch-enabled = The rule is switched on
watch-try = Try it on a text
watch-try-hint = Nothing of it is kept.
watch-try-it = Try
watch-tried = What would match
watch-remove = Take the rule away
watch-count = { $count ->
    [one] { $count } rule in all
   *[other] { $count } rules in all
}
watch-exceptions-count = { $count ->
    [one] { $count } exception
   *[other] { $count } exceptions
}
watch-tried-exact = { $count ->
    [one] { $count } match.
   *[other] { $count } matches.
}
watch-tried-possible = { $count ->
    [one] { $count } possible match.
   *[other] { $count } possible matches.
}
watch-table = Tables and lists
watch-starters = Lists that come with the box
watch-starters-about = About bullying, threats, self-harm, drugs, weapons and sexual words. They come switched off: read them, change them, and switch on what fits your house. What is there already stays as it is.
watch-table-in = Take in a table
watch-table-about = Comma-separated values with these columns; exceptions are separated by |. A rule that is there already is changed. With any error nothing is taken in.
watch-table-file = A file
watch-table-file-hint = In UTF-8, up to { $mib } MB.
watch-table-pasted = Or paste it here
watch-table-enabled = Switch new rules on at once
watch-table-take = Take in
watch-table-out = Take out all rules
watch-table-out-about = The file holds the words as they are. That it was made is in the record.
watch-table-line = Line { $line }:
watch-past = The last 30 days
watch-past-about = Only what you may see for everyone and for groups was looked through: no private talk, and nothing for few.
watch-past-save = Nothing is saved yet. Press Save again if this is what you want.
watch-worth = Its matches
watch-worth-hits = Matches in 7, 30 and 90 days: { $week }, { $month }, { $quarter }
watch-worth-judged = Staff found { $right } of { $judged } right, { $wrong } wrong and { $harmless } harmless.
watch-worth-end = Fewer than one in ten of its matches was right. Think about ending this rule.
watch-seldom-right = Seldom right
watch-past-count = { $count ->
    [one] It would have matched in { $count } text.
   *[other] It would have matched in { $count } texts.
}
watch-past-looked = { $count ->
    [one] { $count } text was looked through.
   *[other] { $count } texts were looked through.
}
