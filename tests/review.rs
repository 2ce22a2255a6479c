//! The review of what was left out: what it offers, and where it leads.

mod common;

use burnout_screener::session::{Action, Question, Session, Step};
use common::{after, last_page_without};

use Action::{Answer, Back, Next, ReviewSkipped, SeeResult};
use Question::Item;

/// The items on every page of the review, from its first page on.
fn reviewed(mut session: Session) -> Vec<Vec<Question>> {
    let mut pages = Vec::new();
    while matches!(session.step(), Step::Review(_)) {
        pages.push(session.questions());
        session = session.update(Next);
    }
    assert_eq!(session.step(), Step::Result);
    pages
}

#[test]
fn the_items_left_out_are_offered_once_each_in_their_order_on_pages_of_the_usual_size() {
    let review = last_page_without(&[25, 3, 9, 10, 11, 17]).update(Next);
    assert_eq!((review.review_pages(), review.progress()), (2, (30, 30)));
    let first = vec![Item(3), Item(9), Item(10), Item(11)];
    assert_eq!(reviewed(review), [first, vec![Item(17), Item(25)]]);
}

#[test]
fn an_item_stays_in_the_review_while_it_is_answered_there() {
    let review = last_page_without(&[3, 9]).update(Next);
    let answered = review.update(Answer(Item(3), Some(2)));
    assert_eq!(answered.step(), Step::Review(0));
    assert_eq!(answered.questions(), [Item(3), Item(9)]);
    assert_eq!(answered.answer(Item(3)), Some(2));
    let all = answered.update(Answer(Item(9), Some(2)));
    assert_eq!((all.questions(), all.review_pages()), (vec![Item(3), Item(9)], 1));
    assert_eq!(all.update(Next).step(), Step::Result);
}

#[test]
fn the_pages_of_the_review_can_be_walked_both_ways() {
    let review = last_page_without(&[1, 2, 3, 4, 5]).update(Next);
    let second = review.update(Next);
    assert_eq!((second.step(), second.questions()), (Step::Review(1), vec![Item(5)]));
    assert_eq!(second.update(Back), review);
    assert_eq!(review.update(Back).step(), Step::Page(8));
}

#[test]
fn the_result_can_be_seen_past_the_rest_of_the_review() {
    let review = last_page_without(&[1, 2, 3, 4, 5]).update(Next);
    let result = review.update(SeeResult);
    assert_eq!((result.step(), result.responses()), (Step::Result, review.responses()));
}

#[test]
fn from_the_result_the_items_left_out_can_still_be_answered() {
    let result = after(&last_page_without(&[4, 7]), [Next, SeeResult]);
    let review = result.update(ReviewSkipped);
    assert_eq!((review.step(), review.questions()), (Step::Review(0), vec![Item(4), Item(7)]));
    let done = after(&review, [Answer(Item(4), Some(0)), Next]);
    assert_eq!(done.step(), Step::Result);
    assert_eq!(done.update(ReviewSkipped).questions(), [Item(7)]);
    let complete = after(&done, [Answer(Item(7), Some(0)), ReviewSkipped]);
    assert_eq!(complete.step(), Step::Result);
}

#[test]
fn what_is_answered_on_its_page_after_all_is_not_offered_in_the_review() {
    let review = last_page_without(&[4, 25]).update(Next);
    let again = after(&review, [Back, Answer(Item(25), Some(3)), Next]);
    assert_eq!(again.questions(), [Item(4)]);
}

#[test]
fn when_everything_is_answered_on_its_page_after_all_no_review_is_left_to_go_back_to() {
    let review = last_page_without(&[24, 25]).update(Next);
    let result = after(&review, [Back, Answer(Item(24), Some(3)), Answer(Item(25), Some(3)), Next]);
    assert_eq!((result.step(), result.review_pages()), (Step::Result, 0));
    assert_eq!(result.update(Back).step(), Step::Page(8));
}

#[test]
fn what_is_taken_back_on_its_page_is_offered_in_the_next_review() {
    let review = last_page_without(&[4]).update(Next);
    let again = after(&review, [Back, Answer(Item(25), None), Next]);
    assert_eq!((again.step(), again.questions()), (Step::Review(0), vec![Item(4), Item(25)]));
    let result = after(&again, [Answer(Item(4), Some(1)), SeeResult]);
    assert_eq!(result.update(ReviewSkipped).questions(), [Item(25)]);
}
