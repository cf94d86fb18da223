//! How many areas the map can take: the page's own code on synthetic maps of any size, in the browser.
//!
//! Measured by `cargo xtask bench --scale`, never shipped. Two ways of drawing the same areas: the
//! page's SVG, and a canvas with one `Path2D` an area, to know where SVG must give way.

#[cfg(target_arch = "wasm32")]
mod scale {
    use cyberflag::markup::{self, Answers};
    use cyberflag_data::domain::ForceId;
    use cyberflag_figures::charts::{self, PlainWidths, Surface};
    use cyberflag_figures::geo::{AreaOutline, MapShapes, Point, Topology};
    use cyberflag_figures::{Bar, BarsFigure, DisplayValue, MapArea, MapFigure};
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, Path2d};

    const CLASSES: usize = 5;
    const FILLS: [&str; CLASSES] = ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"];
    /// Steps of a border from corner to corner: across, and down. Together 30 points an area.
    const STEPS: (usize, usize) = (8, 7);
    /// The drawing, in CSS pixels, as in the peers.
    const SIZE: (u32, u32) = (800, 700);

    /// One synthetic map.
    #[wasm_bindgen]
    pub struct Scale {
        topology: Topology,
        figure: MapFigure,
        elements: Vec<Element>,
        paths: Vec<Path2d>,
        ink: Option<CanvasRenderingContext2d>,
    }

    #[wasm_bindgen]
    impl Scale {
        /// Makes a map of `n` areas.
        pub fn prepare(n: usize) -> Option<Scale> {
            let topology = tessellation(n)?;
            let areas = (0..n).map(|i| area(i, 0)).collect();
            let (title, description) = (String::new(), String::new());
            let figure = MapFigure { title, description, areas, legend: Vec::new() };
            Some(Scale { topology, figure, elements: Vec::new(), paths: Vec::new(), ink: None })
        }

        /// Draws the map as the page does.
        pub fn draw_svg(&mut self) {
            let shapes = MapShapes::new(&self.topology);
            let Some(map) = place() else { return };
            map.set_inner_html(
                &markup::map_svg(&self.figure, (&shapes, &shapes), None, false, Answers::Buttons)
                    .into_string(),
            );
            // Found once and kept, as the page does.
            let document = map.owner_document();
            let find =
                |a: &MapArea| document.as_ref()?.get_element_by_id(&format!("area-{}", a.code));
            self.elements = self.figure.areas.iter().filter_map(find).collect();
        }

        /// Gives every area its class of another year, as the page does.
        pub fn recolour_svg(&mut self, step: usize) {
            for (i, element) in self.elements.iter().enumerate() {
                let now = area(i, step);
                let class = markup::area_class(&now);
                for (name, value) in [("class", class.as_str()), ("aria-label", &now.spoken)] {
                    if element.get_attribute(name).as_deref() != Some(value) {
                        let _ = element.set_attribute(name, value);
                    }
                }
            }
        }

        /// Draws the same outlines on a canvas.
        pub fn draw_canvas(&mut self) {
            let shapes = MapShapes::new(&self.topology);
            let Some(map) = place() else { return };
            map.set_inner_html("<canvas></canvas>");
            let canvas =
                map.first_element_child().and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok());
            let Some(canvas) = canvas else { return };
            canvas.set_width(SIZE.0);
            canvas.set_height(SIZE.1);
            let context = canvas.get_context("2d").ok().flatten();
            self.ink = context.and_then(|c| c.dyn_into().ok());
            if let Some(ink) = &self.ink {
                let step = f64::from(SIZE.1) / f64::from(MapShapes::HEIGHT);
                let _ = ink.scale(step, step);
            }
            let outlines = shapes.shapes.iter();
            self.paths =
                outlines.filter_map(|s| Path2d::new_with_path_string(&s.path).ok()).collect();
            self.recolour_canvas(0);
        }

        /// Fills every area anew.
        pub fn recolour_canvas(&mut self, step: usize) {
            let Some(ink) = &self.ink else { return };
            // One colour at a time: a canvas is slow in changing it.
            for (class, fill) in FILLS.iter().enumerate() {
                ink.set_fill_style_str(fill);
                for (i, path) in self.paths.iter().enumerate() {
                    if class_of(i, step) == class {
                        ink.fill_with_path_2d(path);
                    }
                }
            }
        }

        /// Sorts and lays out the ranking of all areas, without ink; the number of its marks.
        pub fn rank(&self, step: usize) -> usize {
            let count = self.figure.areas.len();
            let mut values: Vec<_> = (0..count).map(|i| (i, value(i, step))).collect();
            values.sort_by(|(_, a), (_, b)| b.total_cmp(a));
            let bars = values.into_iter().map(|(i, number)| Bar {
                label: format!("Area {i}"),
                value: Some(number),
                text: number.to_string(),
                ..Bar::default()
            });
            let figure = BarsFigure { bars: bars.collect(), ..BarsFigure::default() };
            charts::bars(&figure, &Surface { width: 600.0, measure: &PlainWidths }).hits.len()
        }
    }

    fn place() -> Option<Element> {
        web_sys::window()?.document()?.get_element_by_id("map")
    }

    fn value(i: usize, step: usize) -> f64 {
        ((i * 37 + step * 53 + (i * 7919) % 97) % 140) as f64
    }

    fn class_of(i: usize, step: usize) -> usize {
        (value(i, step) as usize * CLASSES / 140).min(CLASSES - 1)
    }

    fn area(i: usize, step: usize) -> MapArea {
        let number = value(i, step);
        let display = DisplayValue {
            value: Some(number),
            text: number.to_string(),
            why: None,
            disputed: false,
            range: None,
        };
        MapArea {
            // The page's own type has room for 256 forces. No area is chosen here, so it does not matter.
            force: ForceId(i as u8),
            code: code(i),
            name: format!("Area {i}"),
            class: Some(class_of(i, step)),
            spoken: format!("Area {i}: {}", display.text),
            display,
        }
    }

    fn code(i: usize) -> String {
        format!("X{i:08}")
    }

    /// A grid of cells with wobbly borders, each stored once and shared by both sides.
    fn tessellation(n: usize) -> Option<Topology> {
        let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
        let columns = (n as f64 * width / height).sqrt().ceil().max(1.0) as usize;
        let rows = n.div_ceil(columns);
        let (across, down) = STEPS;
        // A hundredth of a pixel is one step of the grid; rows count from the top, y goes up.
        let x = |i: usize| (i as f64 * width / columns as f64 * 100.0) as i32;
        let y = |j: usize| ((height - j as f64 * height / rows as f64) * 100.0) as i32;
        let corner = |i: usize, j: usize| (x(i), y(j));
        let mut arcs: Vec<Vec<Point>> = Vec::new();
        let room = (0, (y(0) - y(1)) / 3);
        for (j, i) in pairs(rows + 1, columns) {
            arcs.push(border(corner(i, j), corner(i + 1, j), across, room, (i, j)));
        }
        let verticals = arcs.len();
        let room = ((x(1) - x(0)) / 3, 0);
        for (j, i) in pairs(rows, columns + 1) {
            arcs.push(border(corner(i, j), corner(i, j + 1), down, room, (i, j)));
        }
        let areas = (0..n).map(|cell| {
            let (i, j) = (cell % columns, cell / columns);
            let top = (j * columns + i) as i32;
            let left = (verticals + j * (columns + 1) + i) as i32;
            let ring = vec![top, left + 1, !(top + columns as i32), !left];
            AreaOutline { code: code(cell), rings: vec![ring] }
        });
        Topology::new((0.01, 0.01), (0.0, 0.0), arcs, areas.collect()).ok()
    }

    /// Every pair of a number below `rows` and one below `columns`.
    fn pairs(rows: usize, columns: usize) -> impl Iterator<Item = (usize, usize)> {
        (0..rows).flat_map(move |j| (0..columns).map(move |i| (j, i)))
    }

    /// A border from one corner to another, in steps, its middle points pushed aside by up to half of `room`.
    fn border(
        from: Point,
        to: Point,
        steps: usize,
        room: (i32, i32),
        (i, j): (usize, usize),
    ) -> Vec<Point> {
        let mut last = (0, 0);
        let points = (0..=steps).map(|k| {
            let part = |a: i32, b: i32| a + (b - a) * k as i32 / steps as i32;
            let push = if k == 0 || k == steps {
                0.0
            } else {
                wobble(i, j, k + room.0.signum() as usize * 100)
            };
            let aside = |room: i32| (f64::from(room) * push) as i32;
            let at = (part(from.0, to.0) + aside(room.0), part(from.1, to.1) + aside(room.1));
            let step = (at.0 - last.0, at.1 - last.1);
            last = at;
            step
        });
        points.collect()
    }

    /// A number between -0.5 and 0.5 that depends on the place alone.
    fn wobble(i: usize, j: usize, k: usize) -> f64 {
        let mixed = (i as u32)
            .wrapping_mul(374_761_393)
            .wrapping_add((j as u32).wrapping_mul(668_265_263))
            .wrapping_add((k as u32).wrapping_mul(2_246_822_519));
        let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(1_274_126_177);
        f64::from(mixed ^ (mixed >> 16)) / f64::from(u32::MAX) - 0.5
    }
}

fn main() {}
