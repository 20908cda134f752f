//! `/organization/costs`.

use std::fmt::Write as _;

use orgwarden_api::costs::KEYS_KNOWN_FROM;
use orgwarden_api::model::{Money, Quantity};
use serde_json::json;

use super::buckets::{self, OF_COSTS, Question, Results, Terms};
use super::dimension::Dimension::{ApiSource, Key, LineItem, Project, User};
use super::{Request, Route};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::meter::{Amounts, Line, Stream};
use crate::routes::Known::Specified;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[Route::get("/organization/costs", list).needs(buckets::PERMISSION).note(
    Specified,
    "made up from the keys of the projects; start and end on the same day are refused, by key before 2025-12-06 too, both \
     observed; by user together with projects from that day on, which is assumed",
)];

static TERMS: Terms = Terms {
    object: "organization.costs.result",
    widths: OF_COSTS,
    filters: &[Project, Key, LineItem],
    dimensions: &[Project, LineItem, Key, User, ApiSource],
};

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let question = Question::read(request, context.now, &TERMS)?;
    let day = |moment: i64| moment.div_euclid(86_400);
    if request.query.one("end_time").is_some() && day(question.start) == day(question.end) {
        request.refuse(
            ApiError::bad_request("'start_time' and 'end_time' must not be on the same day.").param("end_time"),
        )?;
    }
    let known_from = KEYS_KNOWN_FROM.seconds();
    if question.start < known_from {
        let refuse = |what: &str| {
            let words = format!("{what} is not supported before {known_from}; 'start_time' is {}.", question.start);
            request.refuse(ApiError::bad_request(words).param("group_by"))
        };
        let by = |dimension| question.group_by.contains(&dimension);
        if by(Key) {
            refuse("Grouping by 'api_key_id'")?;
        }
        if by(User) && (by(Project) || question.narrows(Project)) {
            refuse("Grouping by 'user_id' together with projects")?;
        }
    }
    buckets::answer(context, &question, &Costs { by_line_item: question.group_by.contains(&LineItem) })
}

struct Costs {
    by_line_item: bool,
}

/// What was billed of a group.
#[derive(Clone, Default)]
struct Bill {
    /// In millionths of a millionth of a dollar.
    cost: i128,
    /// Of the only line item, where line items are told apart.
    quantity: i64,
    line: Option<(Option<&'static str>, i64)>,
}

impl Results for Costs {
    type Sum = Bill;

    fn parts<'a>(&self, stream: &Stream<'a>) -> Vec<Option<&'a Line>> {
        stream.habit.product.lines.iter().map(Some).collect()
    }

    fn add(&self, bill: &mut Bill, amounts: &Amounts, part: Option<&Line>) {
        let Some(line) = part else { return };
        bill.cost += line.cost(amounts);
        bill.quantity += (line.amount)(amounts);
        bill.line = Some((line.unit, line.per_unit));
    }

    fn is_nothing(&self, bill: &Bill) -> bool {
        bill.cost == 0
    }

    fn write(&self, bill: &Bill, text: &mut String) -> std::fmt::Result {
        let dollars = Money::from_trillionths(bill.cost).decimal();
        write!(text, r#","amount":{{"value":{dollars},"currency":"usd"}}"#)?;
        match bill.line.filter(|_| self.by_line_item) {
            Some((unit, per_unit)) => {
                let quantity = Quantity::of(bill.quantity, per_unit);
                write!(text, r#","quantity":{quantity},"quantity_unit":{}"#, json!(unit))
            }
            None => write!(text, r#","quantity":null,"quantity_unit":null"#),
        }
    }
}
