//! Whom to turn to: the host's own contact, a doctor, what there is in the region, and kinds of support.

use yew::{Html, html};

use super::{View, help};
use crate::locale::Message;

const SUPPORT: [Message; 8] = [
    Message::PlacesStaff,
    Message::PlacesOccupational,
    Message::PlacesSupervision,
    Message::PlacesPeers,
    Message::PlacesTherapist,
    Message::PlacesTraining,
    Message::PlacesOnline,
    Message::PlacesCarers,
];

pub(super) fn view(view: &View<'_>) -> Html {
    let contact = &view.content.settings.contact;
    let locale = &view.content.locale;
    let here = locale.support(view.region);
    html! {
        <ul class="points">
            if let Some(name) = &contact.name {
                <li>{ locale.fill(Message::PlacesContact, &[("name", name)]) }</li>
            }
            if let Some(phone) = &contact.phone {
                <li>
                    <a class="number" href={format!("tel:{}", crate::regions::dialled(phone))}>
                        { locale.fill(Message::HelpCall, &[("number", phone)]) }
                    </a>
                </li>
            }
            if let Some(link) = &contact.link {
                <li class="address">{ help::address(view, Message::PlacesLink, link, link.clone()) }</li>
            }
            { view.point(Message::PlacesDoctor) }
            if !here.is_empty() {
                <li>{ locale.fill(Message::PlacesHere, &[("text", here)]) }</li>
            }
            { for SUPPORT.iter().map(|&kind| view.point(kind)) }
        </ul>
    }
}
