-- Not yet.

