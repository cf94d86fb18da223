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
    /// `data-share`: everything that leaves the page.
    ShareAction {
        Png = "png",
        Svg = "svg",
        CopyPicture = "copy-picture",
        Csv = "csv",
        Workbook = "xlsx",
        Zip = "zip",
        OneFile = "page",
        FactSheet = "sheet",
        Present = "present",
        Embed = "embed",
        SendLink = "send",
        CopyCitation = "cite",
        SaveCitation = "save-cite",
    }
}

actions! {
    /// `data-present`: the presentation and its list of slides.
    PresentAction {
        Add = "add",
        MoveUp = "up",
        Remove = "drop",
        Start = "start",
        Previous = "back",
        Next = "next",
        Notes = "notes",
        Blank = "blank",
        End = "end",
    }
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
        SaveReport = "report",
        SavePackage = "package",
        SaveTables = "folder",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup;

    #[test]
    fn every_action_of_the_full_page_has_a_button_and_every_button_an_action() {
        let share = markup::share_panel(true).into_string();
        assert_eq!(values(&share, "data-share"), sorted(ShareAction::ALL, ShareAction::slug));
        let slides = share + &markup::slide_line(0, "", "", "").into_string();
        assert_eq!(
            values(&slides, "data-present"),
            sorted(PresentAction::ALL, PresentAction::slug)
        );
    }

    #[test]
    fn an_action_is_read_back_as_it_was_written() {
        for action in OwnAction::ALL {
            assert_eq!(OwnAction::parse(action.slug()), Some(*action));
        }
        assert_eq!(OwnAction::parse("delete"), None);
    }

    /// The values of an attribute in a page, sorted, each once.
    fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
        let start = format!(" {attribute}=\"");
        let rest = html.split(&start).skip(1);
        let mut values: Vec<&str> = rest.filter_map(|rest| rest.split('"').next()).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    fn sorted<T: Copy>(actions: &[T], slug: fn(T) -> &'static str) -> Vec<&'static str> {
        let mut slugs: Vec<&str> = actions.iter().copied().map(slug).collect();
        slugs.sort_unstable();
        slugs
    }
}
