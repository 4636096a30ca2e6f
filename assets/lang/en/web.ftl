### What every part of the site can say: what was done, and why something could not be.

done-saved = Saved.
done-posted = Posted.
done-waiting = Sent. Staff will look at it before others see it.
done-removed = Removed.
done-restored = Brought back.
done-reported = Thank you. Staff have been told.
done-made = Made.
done-added = Added.
done-password = Your new password is set.
done-signed-out = You are signed out.

refusal-not-found = There is nothing here
refusal-not-found-words = The page is gone, or it is not for you.
refusal-forbidden = You cannot do that
refusal-forbidden-words = Ask a member of staff if you think you should be able to.
refusal-invalid = That could not be used
refusal-invalid-words = Go back and look at what you filled in.
refusal-not-ours = Please try that again
refusal-not-ours-words = The page was too old, or it did not come from here. Open it again and repeat what you did.
refusal-too-large = That is too large
refusal-too-large-words = Choose fewer or smaller files.
refusal-slow = A little slower, please
refusal-slow-words = Wait a moment and try again.
refusal-slow-for = { $seconds ->
    [one] Wait { $seconds } second and try again.
   *[other] Wait { $seconds } seconds and try again.
}
refusal-busy = Very busy just now
refusal-busy-words = Nothing was lost. Wait a moment and try again.
refusal-broken = Something broke
refusal-broken-words = That is our fault, not yours. Please tell staff this number:
refusal-incident = { $number }
refusal-go-home = To the first page

problem-missing = Please fill this in.
problem-too-long = At most { $limit } characters.
problem-too-short = At least { $least } characters.
problem-taken = This name is taken. Choose another.
problem-not-understood = This cannot be used. Choose again.
problem-too-common = This is easy to guess. Choose another.
problem-not-the-same = The two are not the same.
problem-wrong-sign-in = The name and the password do not belong together.
problem-wrong-code = This is not the code on the box.
problem-wrong-password = This is not your password.
problem-too-many = At most { $limit }.
problem-too-few = At least { $least }.
problem-twice = The same stands there twice.
problem-past = Choose a time that is still to come.
problem-locked = The comments here are closed.
problem-not-narrower = Choose fewer people than before.
problem-gone = What you answer is not there any more.
problem-over = This has ended.
problem-final = Your vote is in. Here it cannot be changed.
problem-nothing-chosen = Choose an answer.
problem-voted-on = People have voted on these words, so they stay.
problem-bad-username = Use 2 to 32 small letters a–z, numbers, and . _ - between them.
problem-not-a-picture = This is not a picture that can be shown here. Use JPEG, PNG, WebP or GIF.
problem-too-many-bytes = At most { $limit } MB.
problem-too-many-pixels = The picture is too large: at most { $limit } megapixels.
problem-damaged = This picture is damaged.
problem-bad-line = Line { $line } cannot be read.
problem-disk-full = The box is full. Nothing new can be kept until staff make room.
