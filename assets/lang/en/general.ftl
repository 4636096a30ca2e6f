### Words used everywhere. Short and plain: an eleven-year-old reads them.

## The language itself

language-name = English
# How numbers are written: comma 1,234.5 · point 12.345,6 · space 12 345,6
number-style = comma

## Joining words

list-two = { $first } and { $last }
list-more = { $list }, { $next }
list-last = { $list } and { $last }

## Sizes

size-in-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
size-kb = { $size } kB
size-mb = { $size } MB
size-gb = { $size } GB
size-tb = { $size } TB

## Times

time-just-now = just now
time-minutes-ago = { $count } min ago
time-hours-ago = { $count } h ago
time-yesterday = yesterday
time-day-month = { $day } { $month }
time-day-month-year = { $day } { $month } { $year }
time-moment = { $date }, { $time }

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}

## Buttons and links

save = Save
cancel = Cancel
delete = Delete
edit = Edit
add = Add
remove = Remove
send = Send
next = Next
previous = Previous
back = Back
close = Close
search = Search
show-more = Show more
show-all = Show all
show-newer = Show newer
show-older = Show older
try-again = Try again
undo = Undo
copy = Copy
print = Print
download = Download
open = Open
choose-file = Choose a file
report = Report
reply = Reply
select-all = Select all
menu = Menu
help = Help
settings = Settings
options = Options
skip-to-content = Skip to the page

## Small words

yes = Yes
no = No
on = On
off = Off
none = None
everyone = Everyone
optional = optional
required = needed
unknown = Unknown
loading = Loading…
waiting = Waiting
new = New
more = More
you = You
nothing-here = Nothing here yet

## Questions before something that cannot be undone

are-you-sure = Are you sure?
cannot-be-undone = You cannot undo this.

## What a page says by itself

copied = Copied.
error-offline = The box cannot be reached. Trying again…
