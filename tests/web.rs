//! The page in a real browser, without a server: mount, click, read.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use cyberflag::embedded;
use cyberflag_data::domain::Force;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// What the program finds in a page: an outline of each force, and the words of each source.
fn still() -> String {
    let data = embedded::dataset().unwrap();
    let outline =
        |f: &Force| format!("<a id=\"area-{}\"><path d=\"M0 0l9 0 0 9-9 0z\"></path></a>", f.code);
    let outlines: String = data.forces.iter().map(outline).collect();
    let source = "<li><a href=\"https://x.example\"><b>P</b>: <i>T</i></a> <span>L</span></li>";
    let sources = source.repeat(data.sources.len());
    format!(
        "<div class=\"still\"><div id=\"map\">{outlines}</div><ul id=\"fold-sources\">{sources}</ul></div>"
    )
}

/// A fresh page: a new mount node and an empty address.
fn mount() -> HtmlElement {
    let window = web_sys::window().unwrap();
    window.history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some("#")).unwrap();
    let document = window.document().unwrap();
    let node: HtmlElement = document.create_element("main").unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&node).unwrap();
    node.set_inner_html(&still());
    cyberflag::start::mount_into(node.clone()).unwrap();
    node.first_element_child().unwrap().remove();
    node
}

/// Lets the page's effects run: two frames.
async fn settle() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |done, _| {
            web_sys::window().unwrap().request_animation_frame(&done).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
}

/// Waits for something that must come, a few seconds at most.
async fn until(come: impl Fn() -> bool) {
    for _ in 0..200 {
        if come() {
            return;
        }
        settle().await;
    }
    assert!(come(), "it did not come");
}

fn find(node: &HtmlElement, selector: &str) -> Element {
    node.query_selector(selector).unwrap().unwrap()
}

fn text(node: &HtmlElement, selector: &str) -> String {
    find(node, selector).text_content().unwrap()
}

fn click(node: &HtmlElement, selector: &str) {
    let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &{
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init
    });
    find(node, selector).dispatch_event(&event.unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn the_answer_and_all_43_forces_are_there() {
    let node = mount();
    until(|| node.query_selector("#answer").unwrap().is_some()).await;
    assert!(text(&node, "#answer").contains("5,653"));
    assert_eq!(node.query_selector_all(".force-map [id^=area-]").unwrap().length(), 43);
    node.remove();
}

#[wasm_bindgen_test]
async fn a_click_on_the_map_opens_the_force() {
    let node = mount();
    until(|| node.query_selector("#area-E23000014").unwrap().is_some()).await;
    click(&node, "#area-E23000014");
    // What is out of sight follows a moment later, and so does the address.
    until(|| text(&node, "#card-main").contains("241")).await;
    let hash = || web_sys::window().unwrap().location().hash().unwrap();
    until(|| hash() == "#area=E23000014").await;
    node.remove();
}

#[wasm_bindgen_test]
async fn the_canvas_holds_a_picture() {
    let node = mount();
    until(|| node.query_selector("#chart-years canvas").unwrap().is_some()).await;
    let canvas: HtmlCanvasElement = find(&node, "#chart-years canvas").dyn_into().unwrap();
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
    until(|| {
        let (w, h) = (f64::from(canvas.width()), f64::from(canvas.height()));
        let pixels = context.get_image_data(0.0, 0.0, w, h).unwrap().data();
        pixels.chunks_exact(4).filter(|p| p.last().is_some_and(|a| *a > 0)).count() > 1_000
    })
    .await;
    node.remove();
}
