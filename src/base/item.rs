//! What people make: one id space for all of it.

crate::words! {
    /// What sort of thing an item is.
    Kind {
        /// A post, in streams.
        Post = "post",
        /// A comment under a post.
        Comment = "comment",
        /// A photo in a post.
        Photo = "photo",
    }
}

crate::words! {
    /// Whether others may see an item.
    State {
        /// As its audience says.
        Shown = "shown",
        /// Waits for staff; only its author and the desk see it.
        Held = "held",
        /// Taken away by its author or by staff; kept until retention ends.
        Removed = "removed",
    }
}
