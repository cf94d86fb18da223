//! What a button does when it is pressed: the markup writes the action into an attribute of the
//! button, the running page reads it back and matches all of them.

/// An enum of actions, each with its value in the attribute.
macro_rules! actions {
    ($(#[$doc:meta])* $name:ident { $($action:ident = $slug:literal,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs)] // the names say it
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($action,)* }

        impl $name {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$action,)*];

            /// Its value in the attribute.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$action => $slug,)* }
            }

            /// The action with that value.
            pub fn parse(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.slug() == slug)
            }
        }
    };
}

actions! {
    /// `data-own`: the reader's own figures, step by step.
    OwnAction {
        Paste = "paste",
        PickTable = "pick",
        NotWide = "no-wide",
        Read = "read",
        Cancel = "cancel",
        Columns = "columns",
        AnotherFile = "again",
        Show = "show",
        BackToPublished = "back",
        Done = "done",
        SavePage = "page",
        SaveReport = "report",
        SavePackage = "package",
        SaveTables = "folder",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_read_back_as_it_was_written() {
        for action in OwnAction::ALL {
            assert_eq!(OwnAction::parse(action.slug()), Some(*action));
        }
        assert_eq!(OwnAction::parse("delete"), None);
    }
}
