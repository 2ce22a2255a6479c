//! Pictures that were looked at and kept, and what is seen now held against them.
//!
//! At half the size, in six steps of each colour, drawn in one font that is named: so they are small, and neither the edge of
//! a letter nor a step of a colour makes a difference. What is another one by more than that is a difference.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use xtask::workspace::Workspace;

use crate::browser::Browser;
use crate::look::Look;

/// For how long a picture is the same before it is taken for what is shown.
const STILL: Duration = Duration::from_millis(150);
const PATIENCE: Duration = Duration::from_secs(20);
/// Where they are kept.
const FOLDER: &str = "tests/browser/golden";
/// Where a picture that is another one is put, to be looked at.
const SEEN: &str = "target/screenshots/pictures";
/// Steps of each colour.
const STEPS: u8 = 6;
/// How much of a picture may be another one, in thousandths.
const MOST: usize = 1;

/// A small picture: for each pixel its place in a list of colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    pixels: Vec<u8>,
}

impl Picture {
    /// Reads what a browser drew, or what was kept.
    pub fn read(file: &[u8]) -> Result<Self> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().context("far too large")?];
        let frame = reader.next_frame(&mut bytes)?;
        let channels = frame.color_type.samples();
        ensure!(channels >= 3, "a picture without colours");
        let step = |channel: &u8| (u16::from(*channel) * u16::from(STEPS - 1) + 127) / 255;
        let place = |pixel: &[u8]| {
            let steps = pixel.iter().take(3).map(step);
            u8::try_from(steps.fold(0, |place, step| place * u16::from(STEPS) + step))
        };
        let pixels = bytes.chunks_exact(channels).map(place).collect::<Result<_, _>>()?;
        Ok(Self { width: frame.width, pixels })
    }

    /// The same as a file.
    pub fn write(&self) -> Result<Vec<u8>> {
        let height = u32::try_from(self.pixels.len())? / self.width;
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let colours = 0..STEPS.pow(3);
        encoder.set_palette(
            colours.flat_map(|place| steps(place).map(|step| step * 51)).collect::<Vec<u8>>(),
        );
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(file)
    }

    /// How many thousandths of it differ from another one by more than a step.
    pub fn differs(&self, other: &Self) -> usize {
        if (self.width, self.pixels.len()) != (other.width, other.pixels.len()) {
            return 1000;
        }
        let differs = |(one, other): (&u8, &u8)| {
            let pairs = steps(*one).into_iter().zip(steps(*other));
            pairs.into_iter().any(|(one, other)| one.abs_diff(other) > 1)
        };
        let count = self.pixels.iter().zip(&other.pixels).filter(|pair| differs(*pair)).count();
        count * 1000 / self.pixels.len().max(1)
    }
}

/// The steps of red, green and blue.
fn steps(place: u8) -> [u8; 3] {
    [place / STEPS.pow(2), place / STEPS % STEPS, place % STEPS]
}

/// The pictures of one run. With `UPDATE_EXPECT=1` they are kept as they are now.
pub struct Album {
    workspace: Workspace,
    other: Vec<String>,
}

impl Album {
    /// Opens it.
    pub fn open() -> Result<Self> {
        Ok(Self { workspace: Workspace::here()?, other: Vec::new() })
    }

    /// Holds a picture against the one of its name.
    pub fn hold(&mut self, name: &str, seen: &[u8]) -> Result<()> {
        let seen = Picture::read(seen)?;
        let kept = self.workspace.path(FOLDER).join(format!("{name}.png"));
        if env::var_os("UPDATE_EXPECT").is_some() {
            return put(&kept, &seen);
        }
        let known = fs::read(&kept).with_context(|| format!("there is no {}", kept.display()))?;
        let part = Picture::read(&known)?.differs(&seen);
        if part > MOST {
            put(&self.workspace.path(SEEN).join(format!("{name}.png")), &seen)?;
            self.other.push(format!("{name}: {part} thousandths"));
        }
        Ok(())
    }

    /// All were as they were.
    pub fn close(self) -> Result<()> {
        ensure!(
            self.other.is_empty(),
            "these pictures are others than those in {FOLDER}: {:#?}. Look at both, these are in {SEEN}; if they are right, keep them with UPDATE_EXPECT=1",
            self.other
        );
        Ok(())
    }
}

impl Browser {
    /// Has the system of the person prefer light or dark from now on.
    pub async fn colours(&self, look: &Look) -> Result<()> {
        let value = if look.dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// A picture of the whole page at half its size, once it is the same for a while: a frame that has just become
    /// another size is empty for a moment. The window must be as high as the page: beyond it no frame is drawn.
    pub async fn still_picture(&self) -> Result<Vec<u8>> {
        let mut last = self.small_picture().await?;
        let begun = Instant::now();
        loop {
            tokio::time::sleep(STILL).await;
            let now = self.small_picture().await?;
            if now == last {
                return Ok(now);
            }
            ensure!(begun.elapsed() < PATIENCE, "the page does not come to rest");
            last = now;
        }
    }

    async fn small_picture(&self) -> Result<Vec<u8>> {
        let page = "return [innerWidth, Math.ceil(document.body.getBoundingClientRect().bottom)]";
        let [width, height] = serde_json::from_value::<[u32; 2]>(self.host(page).await?)?;
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 0.5 });
        let how = json!({ "format": "png", "clip": clip });
        let taken = self.devtools("Page.captureScreenshot", how).await?;
        let data = taken.get("data").and_then(Value::as_str).context("no picture")?;
        Ok(BASE64.decode(data)?)
    }
}

fn put(path: &PathBuf, picture: &Picture) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, picture.write()?).with_context(|| format!("cannot write {}", path.display()))
}
