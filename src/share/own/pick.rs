//! Several tables in one file, to choose from.

use super::{Found, Heading, Own, another, open};
use crate::live::{answer, text};
use crate::markup::Several;
use crate::share::controls::controls;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Pick(own: Own, of: Several, tables: Vec<Found>) -> impl IntoView {
    let line = move |table: Found| {
        let label = text(&table.label);
        let press = move |_: MouseEvent| look_at(own, table.clone());
        view! { <li><button type="button" inner_html=label on:click=answer(press)></button></li> }
    };
    view! {
        <Heading own words="Which table?"/>
        <p>{of.words()}</p>
        <ul>{tables.into_iter().map(line).collect_view()}</ul>
        <div class="actions">{controls([another(own)])}</div>
    }
}

fn look_at(own: Own, table: Found) {
    let turn = own.next_turn();
    spawn_local(async move {
        let stage = open::look_at(own, &table).await;
        if own.is_turn(turn) {
            match stage {
                Ok(stage) => own.go(stage),
                Err(_) => own.refuse(&table.name, "It could not be unpacked."),
            }
        }
    });
}
