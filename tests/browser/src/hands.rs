//! How a person acts: by mouse, by keys alone, or by the shortest way where only the outcome matters.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{RequestData, SessionId};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::person::Person;

/// The most Tab presses between two things that a person wants to reach.
const FAR: usize = 40;

/// How long a screen stands before a finger or a mouse answers it: a click that comes sooner is a part of a double one.
const PAUSE: Duration = Duration::from_millis(600);

/// The way in which a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Moves the pointer there and presses.
    Mouse,
    /// Taps with a finger.
    Touch,
    /// Tab, arrows, Space and Enter.
    Keys,
    /// Lets the page click it.
    Quick,
}

/// A key that is pressed and let go.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// To the next thing.
    Tab,
    /// To the thing before.
    BackTab,
    /// Chooses or presses.
    Space,
    /// Presses.
    Enter,
    /// Moves nothing here.
    Down,
    /// Answers, by the number of the option.
    Digit(u8),
}

/// As near to the edge of what the widget is in as a pointer that comes in is seen, in pixels.
const EDGE: i64 = 2;
/// One pointer of a kind that presses each of these where it can be seen; thirtyfour's own actions know the mouse alone.
#[derive(Debug)]
struct Taps<'a>(&'static str, &'a [WebElement]);

impl FormatRequestData for Taps<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let tap = |element: &WebElement| {
            let origin = element.to_json().unwrap_or_default();
            [
                json!({ "type": "pointerMove", "origin": origin, "x": 0, "y": 0, "duration": 0 }),
                json!({ "type": "pointerDown", "button": 0 }),
                json!({ "type": "pointerUp", "button": 0 }),
            ]
        };
        let finger = json!({
            "type": "pointer", "id": "finger", "parameters": { "pointerType": self.0 },
            "actions": self.1.iter().flat_map(tap).collect::<Vec<_>>(),
        });
        RequestData::new(http::Method::POST, format!("/session/{session}/actions"))
            .add_body(json!({ "actions": [finger] }))
    }
}

const SHIFT: char = '\u{E008}';

impl Key {
    /// As the WebDriver standard numbers it.
    fn code_point(self) -> char {
        match self {
            Self::Tab | Self::BackTab => '\u{E004}',
            Self::Space => ' ',
            Self::Enter => '\u{E007}',
            Self::Down => '\u{E015}',
            Self::Digit(digit) => char::from(b'0' + digit),
        }
    }
}

impl Browser {
    /// Presses a key, wherever the focus is; the browser itself finds the frame.
    pub async fn key(&self, key: Key) -> Result<()> {
        if self.engine != Engine::Chromium {
            let chain =
                self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
            let code = key.code_point();
            let chain = match key {
                Key::BackTab => chain.key_down(SHIFT).key_down(code).key_up(code).key_up(SHIFT),
                _ => chain.key_down(code).key_up(code),
            };
            return Ok(chain.perform().await?);
        }
        let digit = key.code_point().to_string();
        let digit_code = format!("Digit{digit}");
        let (name, code, number, text, modifiers) = match key {
            Key::Tab => ("Tab", "Tab", 9, "", 0),
            Key::BackTab => ("Tab", "Tab", 9, "", 8),
            Key::Space => (" ", "Space", 32, " ", 0),
            Key::Enter => ("Enter", "Enter", 13, "\r", 0),
            Key::Down => ("ArrowDown", "ArrowDown", 40, "", 0),
            Key::Digit(number) => {
                (digit.as_str(), digit_code.as_str(), 48 + u32::from(number), digit.as_str(), 0)
            }
        };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let event = json!({
                "type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number, "text": text,
                "modifiers": modifiers,
            });
            self.devtools("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }
}

impl Person<'_> {
    /// Presses the button with these words.
    pub async fn press(&self, words: &str) -> Result<()> {
        let script = "const node = button(arguments[0]); node?.scrollIntoView({ block: 'center' }); return node ? [node] : []";
        let found = self.elements(script, json!(words)).await?;
        ensure!(!found.is_empty(), "there is no button {words:?}");
        if self.hand != Hand::Keys {
            return self.hit(&found).await;
        }
        self.tab_to(&format!("said(active()) === {}", json!(words))).await?;
        self.browser.key(Key::Enter).await
    }

    /// Clicks on each of these, in order.
    pub(crate) async fn hit(&self, elements: &[WebElement]) -> Result<()> {
        let driver = &self.browser.driver;
        if self.hand == Hand::Touch {
            return Ok(driver.cmd(Taps("touch", elements)).await.map(|_| ())?);
        }
        if self.hand == Hand::Mouse {
            let chain = driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
            // A hand does not jump: it comes in over the edge.
            let page = driver.find(By::Css("html")).await?;
            let size = page.rect().await?;
            let (x, y) = (size.width / 2.0, size.height / 2.0);
            let chain = chain.move_to_element_with_offset(&page, EDGE - x as i64, EDGE - y as i64);
            let chain = elements
                .iter()
                .fold(chain, |chain, element| chain.move_to_element_center(element).click());
            return Ok(chain.perform().await?);
        }
        for element in elements {
            driver.execute("arguments[0].click()", vec![element.to_json()?]).await?;
        }
        Ok(())
    }

    /// Presses the option at this place of what is asked.
    pub(crate) async fn choose(&self, option: usize) -> Result<()> {
        let button = format!("options(asked()[0])[{option}]");
        if self.hand == Hand::Keys {
            self.tab_to(&format!("active() === {button}")).await?;
            return self.browser.key(Key::Enter).await;
        }
        if self.hand != Hand::Quick {
            // Nobody reads faster than that, and what comes sooner is taken for a double tap.
            tokio::time::sleep(PAUSE).await;
        }
        let found = self.elements(&format!("return [{button}]"), json!(null)).await?;
        self.hit(&found).await
    }

    /// Presses an answer without moving anything first, in the middle of what is to be seen of it, and is then at the next
    /// thing. Who uses keys presses its digit.
    pub async fn answers_as_it_lies(&self, option: usize) -> Result<()> {
        tokio::time::sleep(PAUSE).await;
        self.leaves().await?;
        let kind = match self.hand {
            Hand::Touch => "touch",
            Hand::Mouse => "mouse",
            Hand::Keys | Hand::Quick => {
                let digit = u8::try_from(option + 1)?;
                self.browser.key(Key::Digit(digit)).await?;
                return self.has_gone("a digit").await;
            }
        };
        let script = "return [options(asked()[0])[arguments[0]]]";
        let found = self.elements(script, json!(option)).await?;
        self.browser.driver.cmd(Taps(kind, &found)).await?;
        self.has_gone("a press").await
    }

    /// Goes to an answer with Tab and presses it with Enter, and is then at the next thing.
    pub async fn answers_by_tab(&self, option: usize) -> Result<()> {
        self.leaves().await?;
        self.tab_to(&format!("active() === options(asked()[0])[{option}]")).await?;
        self.browser.key(Key::Enter).await?;
        self.has_gone("Enter").await
    }

    /// Presses twice with a mouse where this option of what is asked is, as fast as a hand can.
    pub async fn presses_twice(&self, option: usize) -> Result<()> {
        tokio::time::sleep(PAUSE).await;
        let script = "return [options(asked()[0])[arguments[0]]]";
        let found = self.elements(script, json!(option)).await?;
        let button = found.first().context("no such option")?;
        let driver = &self.browser.driver;
        let chain = driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        Ok(chain.move_to_element_center(button).click().click().perform().await?)
    }

    /// Presses Tab until the focus is where `script` says, and sees it there.
    pub async fn tab_to(&self, script: &str) -> Result<()> {
        self.steps_to(Key::Tab, script).await
    }

    /// The same backwards.
    pub async fn tab_back_to(&self, script: &str) -> Result<()> {
        self.steps_to(Key::BackTab, script).await
    }

    async fn steps_to(&self, key: Key, script: &str) -> Result<()> {
        for _ in 0..FAR {
            if self.ask::<bool>(&format!("return Boolean({script})")).await? {
                return self.sees_focus().await;
            }
            self.browser.key(key).await?;
        }
        let lost: String = self.ask("return `${active().tagName} ${active().className}`").await?;
        bail!("{FAR} Tab presses do not lead to {script}; the focus is on {lost}")
    }

    /// Where the focus is must be plain to see: an outline of two pixels at least.
    pub async fn sees_focus(&self) -> Result<()> {
        let ring: bool = self
            .ask(
                "return [active()].some((node) => {
                    const style = node && getComputedStyle(node);
                    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                })",
            )
            .await?;
        let place: String = self.ask("return active().tagName + ' ' + said(active())").await?;
        ensure!(ring, "the focus on {place} is not to be seen");
        Ok(())
    }

    /// Taps on the first thing that a selector finds.
    pub async fn tap(&self, selector: &str) -> Result<()> {
        let found =
            self.elements("return every(arguments[0]).slice(0, 1)", json!(selector)).await?;
        ensure!(!found.is_empty(), "there is no {selector} to be seen");
        self.hit(found.get(..1).context("nothing found")?).await
    }
}

/// A mouse that comes down, or lets go.
#[derive(Debug)]
struct Half<'a>(Option<&'a WebElement>);

impl FormatRequestData for Half<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let actions = match self.0 {
            Some(element) => {
                let origin = element.to_json().unwrap_or_default();
                json!([
                    { "type": "pointerMove", "origin": origin, "x": 0, "y": 0, "duration": 0 },
                    { "type": "pointerDown", "button": 0 },
                ])
            }
            None => json!([{ "type": "pointerUp", "button": 0 }]),
        };
        let mouse = json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions,
        });
        RequestData::new(http::Method::POST, format!("/session/{session}/actions"))
            .add_body(json!({ "actions": [mouse] }))
    }
}

impl Person<'_> {
    /// Presses an option where that does not lead on yet.
    pub async fn choose_early(&self, option: usize) -> Result<()> {
        self.waits_out_the_pause().await;
        self.choose(option).await
    }

    /// Waits until a press is no longer taken for the second one of a double press.
    pub async fn waits_out_the_pause(&self) {
        tokio::time::sleep(PAUSE).await;
    }

    /// Presses an option with a mouse, and does not let go.
    pub async fn presses_down_on(&self, option: usize) -> Result<()> {
        let script = "return [options(asked()[0])[arguments[0]]]";
        let found = self.elements(script, json!(option)).await?;
        let half = Half(Some(found.first().context("no such option")?));
        Ok(self.browser.driver.cmd(half).await.map(|_| ())?)
    }

    /// Lets go of what is pressed with the mouse.
    pub async fn lets_go(&self) -> Result<()> {
        Ok(self.browser.driver.cmd(Half(None)).await.map(|_| ())?)
    }

    /// Holds Enter down until it has come so many times.
    pub async fn holds_enter(&self, times: usize) -> Result<()> {
        for time in 0..times {
            let event = json!({
                "type": "keyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r",
                "autoRepeat": time > 0,
            });
            self.browser.devtools("Input.dispatchKeyEvent", event).await?;
        }
        let up = json!({ "type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13 });
        self.browser.devtools("Input.dispatchKeyEvent", up).await.map(|_| ())
    }
}
