//! The dialog that makes frames for other pages: what is asked for, a live preview, five snippets.

use super::chosen::Chosen;
use super::controls::{Control, closes, controls};
use super::site::{here, home, is_web};
use super::stamp::release;
use super::told::{Telling, Told};
use crate::live::{answer, live, live_html, live_text};
use crate::markup;
use crate::sections::find::value;
use crate::store::{Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_export::{Embed, EmbedControl, EmbedFigure, EmbedTheme, Picture};
use cyberflag_figures::selection::YearChoice;
use cyberflag_figures::{ages, latest_figures};
use leptos::ev::Event;
use leptos::html::Dialog;
use leptos::prelude::*;
use maud::{Markup, html};

/// Stands in a snippet where a picture of this view has no address yet.
const NO_ADDRESS: &str = "ADDRESS-OF-YOUR-PICTURE.png";

const CONTROLS: [(EmbedControl, &str); 4] = [
    (EmbedControl::Year, "the year"),
    (EmbedControl::Measure, "the kind of offence"),
    (EmbedControl::Unit, "numbers or rates"),
    (EmbedControl::Force, "the force"),
];

const THEMES: [(EmbedTheme, &str); 3] = [
    (EmbedTheme::System, "As the reader\u{2019}s system"),
    (EmbedTheme::Light, "Light"),
    (EmbedTheme::Dark, "Dark"),
];

const FROZEN: &str = "frozen";
const RELEASES: [(&str, &str); 2] = [
    ("live", "Live: shows new figures when they come"),
    (FROZEN, "Frozen: this release, never changed"),
];

const WIDTHS: [(&str, &str); 3] =
    [("320", "320, a phone"), ("480", "480"), ("700", "700, an article")];

/// A form of the frame for other pages: its id, its heading, what writes it.
type Snippet = (&'static str, &'static str, fn(&Embed, &Dataset) -> String);

const SNIPPETS: [Snippet; 5] = [
    ("embed-frame", "A frame of fixed height: works almost everywhere", Embed::iframe),
    (
        "embed-script",
        "A frame that grows with what it shows: needs a script in your page",
        Embed::iframe_with_script,
    ),
    (
        "embed-element",
        "A tag that you can edit by hand, with a picture until it is loaded: needs the same script",
        |embed, data| embed.element(data, &picture(embed)),
    ),
    (
        "embed-image",
        "A picture with a link: for newsletters and systems that take no frame",
        |embed, data| embed.image(data, &picture(embed)),
    ),
    ("embed-link", "A plain link", Embed::link),
];

/// What is asked for; kind, year, rate and force are those of the page.
#[derive(Clone)]
struct Asked {
    figure: EmbedFigure,
    controls: Vec<EmbedControl>,
    theme: EmbedTheme,
    title: bool,
    lock: bool,
    frozen: bool,
    /// Where the page is published.
    base: String,
    /// Of the preview.
    width: String,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            figure: EmbedFigure::Map,
            controls: vec![EmbedControl::Year],
            theme: EmbedTheme::System,
            title: true,
            lock: false,
            frozen: false,
            base: String::new(),
            width: "480".to_owned(),
        }
    }
}

impl Asked {
    fn allow(&mut self, control: EmbedControl, on: bool) {
        self.controls.retain(|c| *c != control);
        if on {
            self.controls.push(control);
        }
    }

    /// The figure, if the view has it.
    fn figure(&self, shown: &Shown) -> EmbedFigure {
        let offered = offered(shown);
        let has = offered.contains(&self.figure);
        if has { self.figure } else { offered.first().copied().unwrap_or(EmbedFigure::Map) }
    }

    /// The frame.
    fn embed(&self, shown: &Shown) -> Embed {
        let Shown { data, view } = shown;
        let opening = data.default_year(view.measure).map(YearChoice::Of);
        Embed {
            year: view.selection(data).year.filter(|year| Some(*year) != opening),
            unit: view.unit,
            area: view.force.and_then(|id| data.force(id).map(|f| f.code)),
            controls: self.controls.clone(),
            theme: self.theme,
            title: self.title,
            lock: self.lock,
            release: release().encode(),
            ..Embed::new(&self.site(), self.figure(shown), &data.measure(view.measure).key)
        }
    }

    /// The address of the site, or of its folder that holds only this release.
    fn site(&self) -> String {
        let slash = if self.base.ends_with('/') { "" } else { "/" };
        let base = format!("{}{slash}", self.base);
        if self.frozen && !base.contains("/frozen/") {
            return format!("{base}frozen/{}/", release().folder());
        }
        base
    }
}

/// The dialog from outside; copying it copies handles.
#[derive(Clone, Copy)]
pub struct Embedding {
    chosen: Chosen,
    dialog: NodeRef<Dialog>,
    is_open: (ReadSignal<bool>, WriteSignal<bool>),
    asked: RwSignal<Asked>,
}

impl Embedding {
    /// Closed.
    pub fn new(chosen: Chosen) -> Self {
        let (is_open, asked) = (signal(false), RwSignal::default());
        Self { chosen, dialog: NodeRef::new(), is_open, asked }
    }

    /// Opens the dialog at the figure that is taken along.
    pub fn open(self) {
        let figure = match self.chosen.picture() {
            Picture::Ranking | Picture::Change => EmbedFigure::Ranking,
            Picture::Years | Picture::Compare => EmbedFigure::Years,
            Picture::Ages | Picture::Offences => EmbedFigure::Ages,
            Picture::Headline => EmbedFigure::Headline,
            Picture::Force => EmbedFigure::Force,
            Picture::Map => EmbedFigure::Map,
        };
        self.asked.update(|asked| {
            asked.figure = figure;
            if asked.base.is_empty() {
                asked.base = home().unwrap_or_default();
            }
        });
        self.is_open.1.set(true);
        let _ = self.dialog.get_untracked().map(|dialog| dialog.show_modal());
    }
}

/// The dialog. While it is closed nothing is worked out.
#[component]
pub fn EmbedDialog(embedding: Embedding) -> impl IntoView {
    let Embedding { chosen: Chosen { store, .. }, dialog, is_open, asked } = embedding;
    let (is_open, set_open) = is_open;
    let made = move || is_open.get().then(|| asked.read().embed(&store.shown.read()));
    let note = live_text(move || {
        let asked = asked.read();
        let words = match (is_web(&asked.base), is_open.get() && home().is_none()) {
            (false, _) => {
                "Type the address at which this page is published, starting with https://."
            }
            (true, true) => {
                "This page was opened from a disk, so there is no preview. The snippets are for the address above."
            }
            (true, false) => "",
        };
        words.to_owned()
    });
    // The frame as it will stand in the other page, from this very site; a new element each time, as a
    // new address in the same one would be a step back for the reader.
    let preview = live_html(move || {
        let Some((embed, base)) = made().and_then(|embed| Some((embed, here()?))) else {
            return Markup::default();
        };
        let (height, own) = (embed.figure.height(), Embed { base, ..embed });
        html! { iframe src=(own.frame_address()) title="Preview" height=(height) {} }
    });
    let widths = live_html(|| markup::options(&WIDTHS, "480"));
    let width = move |event: Event| asked.update(|asked| asked.width = value(&event));
    let themes =
        live_html(|| markup::options(&THEMES.map(|(theme, name)| (theme.slug(), name)), ""));
    let theme = move |event: Event| {
        let wanted = value(&event);
        let theme = THEMES.into_iter().find(|(theme, _)| theme.slug() == wanted);
        theme.into_iter().for_each(|(theme, _)| asked.update(|asked| asked.theme = theme));
    };
    let releases = live_html(|| markup::options(&RELEASES, ""));
    let release = move |event: Event| asked.update(|asked| asked.frozen = value(&event) == FROZEN);
    let base = move |event: Event| asked.update(|asked| asked.base = value(&event));
    let snippet = move |(id, heading, write): Snippet| {
        let text = move || {
            let embed = made().filter(|_| is_web(&asked.read().base));
            embed.map_or(String::new(), |embed| write(&embed, &store.data()))
        };
        let told = Told::nothing();
        view! {
            <div class="snippet">
                <h3 id=format!("h-{id}")>{heading}</h3>
                <textarea id=id rows="4" readonly spellcheck="false" aria-labelledby=format!("h-{id}") prop:value=live(text)></textarea>
                <div class="actions">{controls([Control::button("Copy", told.copies(move || untrack(text)))])}</div>
                <Telling told/>
            </div>
        }
    };
    view! {
        <dialog id="embed-dialog" aria-labelledby="h-embed" on:close=answer(move |_: Event| set_open.set(false)) node_ref=dialog>
            <h2 id="h-embed">"Embed this figure"</h2>
            <p class="note">"Period, source, warning, \u{201c}n of 43\u{201d} and the way to the full page always stay."</p>
            <div class="embed-parts">
                <div>
                    {controls(of_view(store, is_open, asked))}
                    <fieldset>
                        <legend>"Readers may choose"</legend>
                        {controls(of_readers(asked))}
                    </fieldset>
                    {controls([Control::list("embed-theme", "Colours", themes, theme)])}
                    <fieldset>
                        <legend>"Show"</legend>
                        {controls([
                            Control::tick("the title", true, move |on| asked.update(|asked| asked.title = on)),
                            Control::tick("always this force (readers cannot choose another)", false, move |on| asked.update(|asked| asked.lock = on)),
                        ])}
                    </fieldset>
                    {controls([Control::list("embed-which", "Figures", releases, release)])}
                    <p class="field">
                        <label for="embed-base">"Address of the page"</label>
                        <input id="embed-base" type="url" inputmode="url" autocomplete="off" prop:value=live(move || asked.read().base.clone()) on:change=answer(base)/>
                    </p>
                    <p class="note" id="embed-note" inner_html=note></p>
                </div>
                <div>
                    {controls([Control::list("embed-width", "Width of the preview", widths, width)])}
                    <div id="embed-preview" data-width=live(move || asked.read().width.clone()) inner_html=preview></div>
                </div>
            </div>
            {SNIPPETS.into_iter().map(snippet).collect_view()}
            <div class="actions">{controls([Control::button("Close", closes(dialog))])}</div>
        </dialog>
    }
}

/// The figure, and the view that it shows: a choice of kind, year or force is a choice of the page.
fn of_view(store: Store, is_open: ReadSignal<bool>, asked: RwSignal<Asked>) -> [Control; 4] {
    let options = move |write: fn(&Shown, &Asked) -> Markup| {
        live_html(move || match is_open.get() {
            true => write(&store.shown.read(), &asked.read()),
            false => Markup::default(),
        })
    };
    let figure = move |event: Event| {
        let slug = value(&event);
        let figure = EmbedFigure::ALL.into_iter().find(|figure| figure.slug() == slug);
        figure.into_iter().for_each(|figure| asked.update(|asked| asked.figure = figure));
    };
    let measure = move |event: Event| {
        let measure = store.data().measure_named(&value(&event));
        measure.into_iter().for_each(|id| store.choose_measure(id));
    };
    let year = move |event: Event| match YearChoice::parse_slug(&value(&event)) {
        Some(YearChoice::Of(year)) => store.choose_year(year),
        Some(YearChoice::Latest) => store.choose_latest(),
        None => {}
    };
    let force = move |event: Event| {
        let force = store.data().force_by_code(&value(&event));
        store.choose_force(force);
    };
    [
        Control::list("embed-figure", "Figure", options(figures), figure),
        Control::list("embed-measure", "Kind of offence", options(measures), measure),
        Control::list("embed-year", "Period", options(years), year),
        Control::list("embed-area", "Police force", options(areas), force),
    ]
}

/// What readers of the frame may change.
fn of_readers(asked: RwSignal<Asked>) -> [Control; 4] {
    CONTROLS.map(|(control, label)| {
        let first = asked.read_untracked().controls.contains(&control);
        let change = move |on| asked.update(|asked| asked.allow(control, on));
        Control::tick(label, first, change)
    })
}

/// The figures that a view has.
fn offered(Shown { data, view }: &Shown) -> Vec<EmbedFigure> {
    let has = |figure: &EmbedFigure| match figure {
        EmbedFigure::Force => view.force.is_some(),
        EmbedFigure::Ages => ages(data, view).is_some(),
        _ => true,
    };
    EmbedFigure::ALL.into_iter().filter(has).collect()
}

fn figures(shown: &Shown, asked: &Asked) -> Markup {
    let choices: Vec<_> = offered(shown).iter().map(|f| (f.slug(), f.name())).collect();
    markup::options(&choices, asked.figure(shown).slug())
}

fn measures(Shown { data, view }: &Shown, _: &Asked) -> Markup {
    let kinds: Vec<_> = data.measures.iter().map(|m| (m.key.as_str(), m.name.as_str())).collect();
    markup::options(&kinds, data.measure(view.measure).key.as_str())
}

fn years(Shown { data, view }: &Shown, _: &Asked) -> Markup {
    html! {
        (markup::year_options(&data.all_years(view.measure), (!view.latest).then_some(view.year)))
        @if latest_figures(data, view.measure).is_some() {
            option value=(YearChoice::LATEST) selected[view.latest] { "Latest figure of each force" }
        }
    }
}

fn areas(Shown { data, view }: &Shown, _: &Asked) -> Markup {
    markup::force_options(data, &data.forces_by_name(), view.force, "England and Wales")
}

/// Where the build has put a picture of exactly this view, else a place to be filled.
fn picture(embed: &Embed) -> String {
    let named = ["map", "years", "ranking", "headline"].contains(&embed.figure.slug());
    let opening = embed.year.is_none() && embed.area.is_none() && embed.unit.slug() == "count";
    if named && opening {
        return format!("{}images/{}-{}.png", embed.base, embed.figure.slug(), embed.measure);
    }
    NO_ADDRESS.to_owned()
}
