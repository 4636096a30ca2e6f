### Polls in posts.

poll-title = Poll
poll-add = Add a poll
poll-question = Question
poll-question-hint = Leave it empty if your post asks it.
poll-answers = Answers to choose from
poll-answers-hint = From 2 to { $most }.
poll-answer = Answer { $number }
poll-more = More answers
poll-several = People may choose several answers
poll-hide = People see the result only after they vote
poll-keep = A vote cannot be changed
poll-end = When the poll ends
poll-several-hint = You may choose several.
poll-vote = Vote
poll-change = Change your vote
poll-mine = Your vote
poll-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
poll-percent = { $percent }%
poll-voters = { $count ->
    [0] Nobody has voted yet
    [one] { $count } person voted
   *[other] { $count } people voted
}
poll-ends = Ends { $moment }
poll-ended = Ended { $moment }
poll-hidden = You see the result after you vote
poll-final = A vote cannot be changed
poll-secret = Nobody is shown who voted
