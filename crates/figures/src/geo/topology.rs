//! Boundaries as a topology: every border is stored once and shared by the areas on both sides.
//!
//! # Units
//! Grid steps of the asset; [`Topology::metres`] converts a grid point to British National Grid
//! metres (EPSG:27700), north up.

use serde::{Deserialize, Serialize};

/// A point of the grid.
pub type Point = (i32, i32);

/// The outlines of all areas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topology {
    scale: (f64, f64),
    translate: (f64, f64),
    /// Each arc: a first point, then steps from point to point.
    arcs: Vec<Vec<Point>>,
    areas: Vec<AreaOutline>,
}

/// One area: its code and its rings, each a run of arcs (`!n` is arc `n` backwards).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaOutline {
    /// ONS code.
    pub code: String,
    /// Rings of all its polygons, outer and inner alike (filled by the even-odd rule).
    pub rings: Vec<Vec<i32>>,
}

/// What can be wrong with the asset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TopologyError {
    /// Not the TopoJSON that is written by `cargo xtask boundaries`.
    #[error("not a TopoJSON file with one object named forces ({0})")]
    Shape(String),
    /// A ring names an arc that is not there.
    #[error("the outline of {0} names an arc that does not exist")]
    MissingArc(String),
    /// The built-in bytes are not a topology.
    #[error("the built-in outlines cannot be read")]
    Compact,
}

impl Topology {
    /// From its parts: metres for a step of the grid, metres of its origin, arcs and areas.
    ///
    /// # Errors
    /// [`TopologyError::MissingArc`] if a ring names an arc that is not there.
    pub fn new(
        scale: (f64, f64),
        translate: (f64, f64),
        arcs: Vec<Vec<Point>>,
        areas: Vec<AreaOutline>,
    ) -> Result<Self, TopologyError> {
        for area in &areas {
            let known = |r: &i32| ((if *r < 0 { !*r } else { *r }) as usize) < arcs.len();
            if !area.rings.iter().flatten().all(known) {
                return Err(TopologyError::MissingArc(area.code.clone()));
            }
        }
        Ok(Self { scale, translate, arcs, areas })
    }

    /// The compact bytes that travel inside the page.
    ///
    /// # Errors
    /// [`TopologyError::Compact`] if serialisation fails.
    pub fn to_compact(&self) -> Result<Vec<u8>, TopologyError> {
        postcard::to_allocvec(self).map_err(|_| TopologyError::Compact)
    }

    /// The topology in compact bytes.
    ///
    /// # Errors
    /// [`TopologyError::Compact`] if they are not one.
    pub fn from_compact(bytes: &[u8]) -> Result<Self, TopologyError> {
        postcard::from_bytes(bytes).map_err(|_| TopologyError::Compact)
    }

    /// The areas, in the order of the asset (by code).
    pub fn areas(&self) -> &[AreaOutline] {
        &self.areas
    }

    /// Number of arcs.
    pub fn arc_count(&self) -> usize {
        self.arcs.len()
    }

    /// The points of an arc, in the direction asked for (`!n` backwards).
    pub fn arc(&self, reference: i32) -> Vec<Point> {
        let index = if reference < 0 { !reference } else { reference } as usize;
        let steps = self.arcs.get(index).map_or(&[][..], Vec::as_slice);
        let mut at = (0, 0);
        let mut points: Vec<Point> = Vec::with_capacity(steps.len());
        for step in steps {
            at = (at.0 + step.0, at.1 + step.1);
            points.push(at);
        }
        if reference < 0 {
            points.reverse();
        }
        points
    }

    /// The points of a ring, the first not repeated at the end.
    pub fn ring(&self, arcs: &[i32]) -> Vec<Point> {
        let mut points = Vec::new();
        for reference in arcs {
            points.extend(self.arc(*reference));
            points.pop();
        }
        points
    }

    /// A grid point in British National Grid metres.
    pub fn metres(&self, point: Point) -> (f64, f64) {
        (
            f64::from(point.0) * self.scale.0 + self.translate.0,
            f64::from(point.1) * self.scale.1 + self.translate.1,
        )
    }
}

mod topojson {
    //! Reading the committed TopoJSON, at build time and in tests.
    use super::{AreaOutline, Topology, TopologyError};
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct File {
        arcs: Vec<Vec<(i32, i32)>>,
        transform: Transform,
        objects: Objects,
    }

    #[derive(Deserialize)]
    struct Transform {
        scale: (f64, f64),
        translate: (f64, f64),
    }

    #[derive(Deserialize)]
    struct Objects {
        forces: Collection,
    }

    #[derive(Deserialize)]
    struct Collection {
        geometries: Vec<Geometry>,
    }

    #[derive(Deserialize)]
    #[serde(tag = "type")]
    enum Geometry {
        Polygon { id: String, arcs: Vec<Vec<i32>> },
        MultiPolygon { id: String, arcs: Vec<Vec<Vec<i32>>> },
    }

    impl Topology {
        /// Reads the asset written by `cargo xtask boundaries`.
        ///
        /// # Errors
        /// [`TopologyError`] if it is not such a file or names arcs that do not exist.
        pub fn from_topojson(bytes: &[u8]) -> Result<Self, TopologyError> {
            let file: File =
                serde_json::from_slice(bytes).map_err(|e| TopologyError::Shape(e.to_string()))?;
            let areas = file.objects.forces.geometries.into_iter().map(|g| match g {
                Geometry::Polygon { id, arcs } => AreaOutline { code: id, rings: arcs },
                Geometry::MultiPolygon { id, arcs } => {
                    AreaOutline { code: id, rings: arcs.into_iter().flatten().collect() }
                }
            });
            let Transform { scale, translate } = file.transform;
            Self::new(scale, translate, file.arcs, areas.collect())
        }
    }
}
