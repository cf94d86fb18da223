//! What cannot be opened, and why. Nothing on the page changes.

use super::{Heading, Own, another, button};
use crate::markup;
use crate::share::controls::controls;
use cyberflag_intake::package::{self, DataError};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use maud::html;

/// A file that cannot be opened.
#[component]
pub fn Refused(own: Own, name: String, why: String) -> impl IntoView {
    let words = html! { (name) ": " (why) };
    view! {
        <Heading own words="This file cannot be opened"/>
        <p class="notice" inner_html=words.into_string()></p>
        <p>"Nothing on the page has changed."</p>
        <div class="actions">{controls([another(own)])}</div>
    }
}

/// A package with problems: nothing of it is loaded.
#[component]
pub fn Faults(own: Own, name: String, errors: Vec<DataError>) -> impl IntoView {
    let words = html! {
        (name) " was not opened, so that nothing is half loaded. Nothing on the page has changed."
    };
    let faults = markup::own_errors(&errors).into_string();
    let save = move |_: MouseEvent| own.save_report(&name, &package::report(&errors));
    view! {
        <Heading own words="The data package has problems"/>
        <p inner_html=words.into_string()></p>
        <div inner_html=faults></div>
        <div class="actions">{controls([button("Save the report", save), another(own)])}</div>
    }
}
