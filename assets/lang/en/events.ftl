### Events: what takes place, and months to look at.

# On which day weeks begin for readers of this language: monday, saturday or sunday. From the week data of CLDR.
week-start = monday
weekday-short-monday = Mon
weekday-short-tuesday = Tue
weekday-short-wednesday = Wed
weekday-short-thursday = Thu
weekday-short-friday = Fri
weekday-short-saturday = Sat
weekday-short-sunday = Sun

events-month = { $month } { $year }
events-date = { $weekday }, { $date }
events-moment = { $day }, { $time }
events-on-day = { $day }, the whole day
events-on-from-to = { $day }, { $from } to { $until }
events-from-to = From { $from } to { $until }
events-day-label = { $count ->
    [0] { $day }
    [one] { $day }, { $count } event
   *[other] { $day }, { $count } events
}
events-months = Months
events-today = Today
events-as-list = As a list
events-as-month = As a month
events-whole-month = The whole month
events-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
events-all-day = Whole day
events-none = Nothing this month
events-none-words = What your groups and staff plan will be here.
events-none-may = Press “New event” and say when and where.
events-none-day = Nothing on this day.
events-file-month = This month for my own calendar
events-file = For my own calendar

events-new = New event
events-make = Make the event
events-edit = Edit event
events-delete = Delete event
events-cancel = Call it off
events-uncancel = It takes place after all
events-cancelled = Called off
events-is-over = This is over.
events-more-about = More about the event { $title }
events-title = Title
events-place = Place
events-about = What it is about
events-first = Day
events-begins = Begins at
events-begins-hint = Empty: the whole day.
events-ends = Ends at
events-last = Last day
events-last-hint = Only if it takes more than one day.

events-do-you-come = Do you come?
events-yes = I come
events-maybe = Maybe
events-no = I do not come
events-who-comes = Who comes
events-yes-list = Come
events-maybe-list = Maybe
events-count-yes = { $count ->
    [one] { $count } comes
   *[other] { $count } come
}
events-count-maybe = { $count ->
    [one] { $count } maybe
   *[other] { $count } maybe
}
events-count-no = { $count ->
    [one] { $count } does not
   *[other] { $count } do not
}
events-more-people = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
}
problem-ends-first = It would end before it begins.
