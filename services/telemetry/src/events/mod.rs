//! What is done when events arrive.

mod directory_changed;

pub(crate) use self::directory_changed::DirectoryChanged;
