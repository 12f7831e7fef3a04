//! Money: exact digits, the currency's decimals, the symbol where the language puts it.
//!
//! Own code, because ICU rounds some currencies to fewer decimals than invoices have; see
//! `docs/decisions/2026-11-22-own-money-pattern.md`.

use rust_decimal::RoundingStrategy;

use super::Locale;
use super::numbers::write_exact;
use crate::model::{Language, Money};

impl Locale {
    /// An amount, rounded half away from zero to the decimals of its currency:
    /// `€1,250.00`, `1 250,00 €`.
    pub fn money(&self, money: &Money) -> String {
        let language = self.language();
        let decimals = money.currency.decimals();
        let mut amount =
            money.amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        // Pads `12.5` to `12.50`; an amount too long for more zeros stays as it is.
        amount.rescale(decimals);
        let minus = if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" };
        let digits = write_exact(language, amount.abs());
        let symbol = symbol(language, money.currency.code());
        match language {
            Language::En if symbol.ends_with(char::is_alphabetic) => {
                format!("{minus}{symbol}\u{a0}{digits}")
            }
            Language::En => format!("{minus}{symbol}{digits}"),
            Language::Fr => format!("{minus}{digits}\u{a0}{symbol}"),
        }
    }
}

/// The symbol of a currency, from CLDR 48 (`en-GB`, `fr`); the code of those without one.
fn symbol(language: Language, code: &'static str) -> &'static str {
    let (english, french) = match code {
        "AUD" => ("A$", "$AU"),
        "BRL" => ("R$", "R$"),
        "CAD" => ("CA$", "$CA"),
        "CNY" => ("CN¥", "CN¥"),
        "EUR" => ("€", "€"),
        "GBP" => ("£", "£GB"),
        "HKD" => ("HK$", "HK$"),
        "ILS" => ("₪", "₪"),
        "INR" => ("₹", "₹"),
        "JPY" => ("JP¥", "JP¥"),
        "KRW" => ("₩", "₩"),
        "MXN" => ("MX$", "$MX"),
        "NZD" => ("NZ$", "$NZ"),
        "TWD" => ("NT$", "NT$"),
        "USD" => ("US$", "$US"),
        "XAF" => ("FCFA", "FCFA"),
        "XOF" => ("F\u{202f}CFA", "F\u{202f}CFA"),
        "XPF" => ("CFPF", "FCFP"),
        _ => (code, code),
    };
    match language {
        Language::En => english,
        Language::Fr => french,
    }
}
