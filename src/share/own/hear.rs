//! What the reader does in the panel: files, lists, buttons.

use super::{Own, Stage, keep, open};
use crate::markup::OwnAction;
use crate::share::dom::{find, focus};
use crate::share::events::closest;
use crate::share::{fields, give, page_file, stamp};
use cyberflag_data::dataset::{Published, Source};
use cyberflag_export as export;
use cyberflag_intake::package;
use cyberflag_intake::{Field, Nil};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::Array;
use web_sys::{Blob, DragEvent, Event, HtmlInputElement, HtmlSelectElement};

impl Own {
    pub(super) fn value(&self, id: &str) -> String {
        fields::value(&self.panel, id)
    }

    pub(super) fn is_checked(&self, selector: &str) -> bool {
        fields::is_checked(&self.panel, selector)
    }

    pub(super) fn changed(self: &Rc<Self>, event: &Event) {
        if let Some(field) = closest(event, "#own-file") {
            let field: HtmlInputElement = field.unchecked_into();
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                open::open(self, &file.name(), file.into());
            }
            return;
        }
        let Stage::Map(opened) = &mut *self.stage.borrow_mut() else { return };
        let mut again = None;
        if let Some(list) = closest(event, "[data-own-field]") {
            let list: HtmlSelectElement = list.unchecked_into();
            let place = list.get_attribute("data-own-field").and_then(|p| p.parse::<usize>().ok());
            if let Some(field) = place.and_then(|p| Field::ALL.get(p)) {
                opened.mapping.set(*field, list.value().parse().ok());
                again = Some(list.id());
            }
        } else if closest(event, "#own-kind").is_some() {
            if let Some(measure) = self.base.measure_named(&self.value("own-kind")) {
                opened.mapping.measure = measure;
                again = Some("own-kind".to_owned());
            }
        } else if closest(event, "#own-nil").is_some() {
            let chosen = self.value("own-nil");
            if let Some(nil) = Nil::ALL.iter().find(|nil| nil.slug() == chosen) {
                opened.mapping.nil = *nil;
                again = Some("own-nil".to_owned());
            }
        } else if closest(event, "[data-own-add]").is_some() {
            opened.mapping.add_up = self.is_checked("[data-own-add]");
        }
        if let Some(id) = again {
            self.show_step("map", self.map(opened));
            if let Some(list) = find(&self.panel, &id) {
                focus(&list);
            }
        }
    }

    pub(super) fn dropped(self: &Rc<Self>, event: &Event) {
        event.prevent_default();
        let files = event.dyn_ref::<DragEvent>().and_then(|e| e.data_transfer()?.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            open::open(self, &file.name(), file.into());
        }
    }

    pub(super) fn click(self: &Rc<Self>, event: &Event) {
        let Some(button) = closest(event, "[data-own]") else { return };
        let action = button.get_attribute("data-own").and_then(|slug| OwnAction::parse(&slug));
        let Some(action) = action else { return };
        match action {
            OwnAction::Paste => {
                let text = self.value("own-paste");
                if text.trim_ascii().is_empty() {
                    return self.say("There is nothing in the field yet.");
                }
                if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.into())) {
                    open::open(self, "pasted rows", blob);
                }
            }
            OwnAction::PickTable => {
                self.pick(button.get_attribute("data-at").and_then(|at| at.parse().ok()))
            }
            OwnAction::NotWide => {
                if let Stage::Map(opened) = &mut *self.stage.borrow_mut() {
                    opened.mapping.years.clear();
                    opened.mapping.forces.clear();
                    self.show_step("map", self.map(opened));
                    self.to_heading();
                }
            }
            OwnAction::Read => {
                let opened = match &*self.stage.borrow() {
                    Stage::Map(opened) => opened.clone(),
                    _ => return,
                };
                open::read(self, opened);
            }
            OwnAction::Cancel => {
                self.next_turn();
                self.columns();
                self.say("Reading was stopped. Nothing on the page has changed.");
            }
            OwnAction::Columns => self.columns(),
            OwnAction::AnotherFile => {
                self.next_turn();
                self.go(Stage::Choose);
            }
            OwnAction::Show => self.show(),
            OwnAction::BackToPublished => self.back(),
            OwnAction::Done => {
                self.done();
                self.to_heading();
            }
            OwnAction::SavePage => {
                let own = self.clone();
                spawn_local(async move { own.say(&page_file::save(own.store).await.words) });
            }
            OwnAction::SaveReport => self.save_report(),
            OwnAction::SavePackage => keep::save_package(self),
            OwnAction::SaveTables => keep::save_tables(self),
        }
    }

    fn pick(self: &Rc<Self>, at: Option<usize>) {
        let table = match &*self.stage.borrow() {
            Stage::Pick { tables, .. } => at.and_then(|at| tables.get(at).cloned()),
            _ => None,
        };
        let Some(table) = table else { return };
        let (own, turn) = (self.clone(), self.next_turn());
        spawn_local(async move {
            let stage = open::look_at(&own, &table).await;
            if own.is_turn(turn) {
                match stage {
                    Ok(stage) => own.go(stage),
                    Err(_) => own.refuse(&table.name, "It could not be unpacked."),
                }
            }
        });
    }

    /// Back to the columns of the table.
    fn columns(&self) {
        let opened = match &*self.stage.borrow() {
            Stage::Map(opened) | Stage::Read { opened, .. } => opened.clone(),
            _ => return self.go(Stage::Choose),
        };
        self.go(Stage::Map(opened));
    }

    fn save_report(&self) {
        let (name, text) = match &*self.stage.borrow() {
            Stage::Read { taken, .. } => (taken.report.file.clone(), taken.report.text()),
            Stage::Package { report, .. } => (report.file.clone(), report.text()),
            Stage::Errors { name, errors } => (name.clone(), package::report(errors)),
            _ => return,
        };
        let name = format!("{}-report.txt", export::plain_name(&name));
        give::bytes(&name, "text/plain;charset=utf-8", text.as_bytes());
        self.say(&give::saved(&name));
    }

    /// The source as the reader names it.
    pub(super) fn source(&self) -> Result<Source, &'static str> {
        let said = ["publisher", "title", "published", "url", "licence"].map(|id| {
            let text = self.value(&format!("own-{id}"));
            text.trim_ascii()
                .chars()
                .filter(|c| !package::is_hidden(*c))
                .take(300)
                .collect::<String>()
        });
        self.said.replace(said.clone());
        let [publisher, title, published, url, licence] = said;
        let or = |text: String, other: &str| if text.is_empty() { other.to_owned() } else { text };
        let day = match published.as_str() {
            "" => Published::parse(&stamp::today()).unwrap_or(Published {
                year: 1900,
                month: 0,
                day: 0,
            }),
            text => {
                Published::parse(text).ok_or("Write the date as 2026, 2026-11 or 2026-11-25.")?
            }
        };
        if !url.is_empty() && !package::is_web_address(&url) {
            return Err(
                "The address must start with https:// or http://, without a blank, or stay empty.",
            );
        }
        Ok(Source {
            id: String::new(),
            publisher: or(publisher, "source not given"),
            title: or(title, "no title given"),
            published: day,
            url,
            licence: or(licence, "terms not given"),
        })
    }
}
