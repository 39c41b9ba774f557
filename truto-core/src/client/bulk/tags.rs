//! The tags of a bulk, by number. They stay with the reader, so that they need not be `Send`.

/// Values by number. A number is used again after its value is removed.
pub(super) struct Tags<Tag> {
    tags: Vec<Option<Tag>>,
    free: Vec<usize>,
}

impl<Tag> Tags<Tag> {
    pub(super) fn new() -> Self {
        Self { tags: Vec::new(), free: Vec::new() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.tags.len() - self.free.len()
    }

    /// Keeps a tag, and returns its number.
    pub(super) fn insert(&mut self, tag: Tag) -> usize {
        if let Some(number) = self.free.pop() {
            self.tags[number] = Some(tag);
            return number;
        }
        self.tags.push(Some(tag));
        self.tags.len() - 1
    }

    pub(super) fn remove(&mut self, number: usize) -> Option<Tag> {
        let tag = self.tags.get_mut(number)?.take()?;
        self.free.push(number);
        Some(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::Tags;

    #[test]
    fn a_number_is_used_again() {
        let mut tags = Tags::new();
        assert_eq!([tags.insert("a"), tags.insert("b"), tags.insert("c")], [0, 1, 2]);
        assert_eq!((tags.remove(1), tags.remove(1), tags.remove(7)), (Some("b"), None, None));
        assert_eq!((tags.len(), tags.insert("d"), tags.len()), (2, 1, 3));
        assert_eq!([0, 1, 2].map(|number| tags.remove(number)), [Some("a"), Some("d"), Some("c")]);
        assert_eq!(tags.len(), 0);
    }
}
