//! Chat as people use it in stories.

use super::Person;

impl Person<'_> {
    /// Sends a message in the conversation with somebody, which begins with it; gives the path of the conversation.
    pub fn writes_to(&self, other: &Person<'_>, text: &str) -> String {
        self.opens(&format!("/chat/with/{}", other.username));
        self.says(text)
    }

    /// Sends a message in the conversation of this path.
    pub fn writes_in(&self, talk: &str, text: &str) -> String {
        self.opens(talk);
        self.says(text)
    }

    fn says(&self, text: &str) -> String {
        self.fills("Write a message", text).presses("Send").is_told(200);
        self.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned())
    }

    /// Both share with each other.
    pub fn befriends(&self, other: &Person<'_>) {
        self.shares_with(other);
        other.shares_with(self);
    }
}
