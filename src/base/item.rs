//! What people make: one id space for all of it.

use super::{ItemId, Topic};

crate::words! {
    /// What sort of thing an item is.
    Kind {
        /// A post, in streams.
        Post = "post",
        /// A comment under a post or a photo.
        Comment = "comment",
        /// A photo in a post or an album.
        Photo = "photo",
        /// Photos in an order, for an audience.
        Album = "album",
        /// What staff, or leaders of a group, want to be known.
        Announcement = "announcement",
        /// Something that takes place.
        Event = "event",
        /// A document of a group.
        File = "file",
        /// Talk between two or many.
        Conversation = "conversation",
        /// What somebody said in a conversation.
        Message = "message",
    }
}

impl Kind {
    /// The address of the page of such an item.
    pub fn address(self, id: ItemId) -> String {
        let place = match self {
            Kind::Post => "posts",
            Kind::Comment => "comments",
            Kind::Photo => "photos",
            Kind::Album => "albums",
            Kind::Announcement => "announcements",
            Kind::Event => "events",
            Kind::File => "files",
            Kind::Conversation => "chat",
            Kind::Message => "messages",
        };
        format!("/{place}/{id}")
    }
}

/// What comments stand under.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Under {
    /// A post.
    Post(ItemId),
    /// A photo, in a post or an album.
    Photo(ItemId),
}

impl Under {
    /// Under an item of this kind: a photo, or else a post.
    pub fn of(kind: Kind, id: ItemId) -> Under {
        if kind == Kind::Photo { Under::Photo(id) } else { Under::Post(id) }
    }

    /// The item itself.
    pub fn id(self) -> ItemId {
        match self {
            Under::Post(id) | Under::Photo(id) => id,
        }
    }

    /// What sort of item it is.
    pub fn kind(self) -> Kind {
        match self {
            Under::Post(_) => Kind::Post,
            Under::Photo(_) => Kind::Photo,
        }
    }

    /// The address of its page.
    pub fn address(self) -> String {
        self.kind().address(self.id())
    }

    /// What hears of its comments.
    pub fn topic(self) -> Topic {
        match self {
            Under::Post(id) => Topic::Post(id),
            Under::Photo(id) => Topic::Photo(id),
        }
    }

    /// The name under which a live page listens to it.
    pub fn channel(self) -> String {
        format!("{}/{}", self.kind(), self.id())
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
