//! What is pasted into a page.

use yew::{Html, html};

use super::Opened;

/// The tag for a page, with the name that the file may have.
pub(super) fn view(opened: &Opened) -> Html {
    let tag = format!(
        "<burnout-screener instrument=\"/{}.json\"></burnout-screener>\n<script src=\"/burnout-screener.js\" async></script>",
        opened.id
    );
    let credit = opened.instrument.credit();
    html! {
        <section>
            <h2>{ "The tag" }</h2>
            <p>{ "Put the file beside your page, the files of dist/ as well, and paste this where the self-check is to stand:" }</p>
            <pre tabindex="0">{ tag }</pre>
            if let Some(line) = &credit.line { <p>{ "Everyone is shown: " }{ line.clone() }</p> }
            if credit.validated.is_none() { <p>{ "The file says that this instrument was not validated. Everyone is told so." }</p> }
        </section>
    }
}
