### Files of groups.

files-title = Files
files-new = Put a file here
files-put = Put it here
files-edit = Edit name and words
files-take-out = Take it out
files-none = No files yet
files-none-words = Documents for this group will be here: plans, forms, lists.
files-choose = File
files-hint = PDF, text (txt, csv, md) or an office document (docx, xlsx, pptx, odt, ods, odp), up to { $count } MB.
files-about = What it is
files-name = Name
files-sort = { $sort }, { $size }
files-removed = It was taken out of the group. Only you see it.
files-fetch-this = Download { $name }
files-more-about = More about the file { $name }
problem-not-a-document = This sort of file cannot be put here. Take a PDF, a text or an office document.
problem-not-what-it-says = What is in the file does not fit its name. Save it again as what it is.
problem-macros = There is a program (macros) in it. Save it without, then send it again.
problem-no-room = There is no room for it in this group: at most { $count } MB in all.
space-in-files = { $count ->
    [one] { $count } file in groups
   *[other] { $count } files in groups
}
