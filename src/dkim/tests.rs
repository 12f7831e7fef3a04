//! The published example, and every way in which it fails.

use super::*;

/// The message of RFC 8463, appendix A.3, which carries two signatures.
const MESSAGE: &str = "\
DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
 subject : date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
 Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
 d=football.example.com; i=@football.example.com;
 q=dns/txt; s=test; t=1528637909; h=from : to : subject :
 date : message-id : from : subject : date;
 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
 b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
 DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
 dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
From: Joe SixPack <joe@football.example.com>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@football.example.com>

Hi.

We lost the game.  Are you hungry yet?

Joe.
";

/// The keys of RFC 8463, appendix A.2, one as `dig +short` prints it, in two pieces.
fn key_of(name: &str) -> Option<String> {
    match name {
        "brisbane._domainkey.football.example.com" => {
            Some("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=".to_owned())
        }
        "test._domainkey.football.example.com" => Some(
            "\"v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/b\" \"yYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB\"\n"
                .to_owned(),
        ),
        _ => None,
    }
}

fn verdicts(message: &str) -> Vec<Verdict> {
    check(message.as_bytes(), key_of).into_iter().map(|checked| checked.verdict).collect()
}

#[test]
fn the_published_example_holds_whatever_its_line_ends() {
    let holds = [Verdict::Holds, Verdict::Holds];
    assert_eq!(verdicts(MESSAGE), holds);
    assert_eq!(verdicts(&MESSAGE.replace('\n', "\r\n")), holds);
    assert_eq!(verdicts(&format!("From joe Fri Jul 11 21:00:37 2003\n{MESSAGE}")), holds);
}

#[test]
fn what_is_known_of_a_signature_is_told() {
    let checked = check(MESSAGE.as_bytes(), key_of);
    let rsa = &checked[1];
    assert_eq!(rsa.record_name(), "test._domainkey.football.example.com");
    assert_eq!(rsa.fields, ["from", "to", "subject", "date", "message-id"]);
    assert_eq!(rsa.extent, Extent::Whole);
    assert_eq!(rsa.signed_at.unwrap().to_string(), "2018-06-10T13:38:29Z");
    assert_eq!(rsa.weak_bits, Some(1024));
    assert!(rsa.is_of_sender && !rsa.is_test);
    assert_eq!(checked[0].weak_bits, None);
}

#[test]
fn spaces_may_change_and_words_may_not() {
    let holds = [Verdict::Holds, Verdict::Holds];
    assert_eq!(verdicts(&MESSAGE.replace("game.  Are", "game. Are")), holds);
    assert_eq!(verdicts(&format!("{MESSAGE}\n\n  \n")), holds);
    assert_eq!(verdicts(&MESSAGE.replace("Subject: Is", "SUBJECT:   Is")), holds);
    let changed = [Verdict::BodyChanged, Verdict::BodyChanged];
    assert_eq!(verdicts(&MESSAGE.replace("lost", "won")), changed);
    let misfit = [Verdict::DoesNotFit, Verdict::DoesNotFit];
    assert_eq!(verdicts(&MESSAGE.replace("dinner", "lunch")), misfit);
    // `from` is named once more than there are: a second one was not there when it was signed.
    assert_eq!(verdicts(&MESSAGE.replace("To: Suzie", "From: x@y.example\nTo: Suzie")), misfit);
}

#[test]
fn every_byte_of_the_signature_itself_counts() {
    for (from, to) in [("b=/gC", "b=/gD"), ("b=F45", "b=F46")] {
        let verdicts = verdicts(&MESSAGE.replace(from, to));
        assert!(verdicts.contains(&Verdict::DoesNotFit), "{from}: {verdicts:?}");
    }
    assert!(
        verdicts(&MESSAGE.replace("t=1528637909", "t=1528637908")).contains(&Verdict::DoesNotFit)
    );
}

#[test]
fn keys_that_do_not_help_are_told_apart() {
    let with = |text: &str| {
        let text = text.to_owned();
        check(MESSAGE.as_bytes(), move |_| Some(text.clone()))[1].verdict.clone()
    };
    assert_eq!(check(MESSAGE.as_bytes(), |_| None)[0].verdict, Verdict::NoKey);
    assert_eq!(with(""), Verdict::KeyUnreadable);
    assert_eq!(with("v=DKIM1; p="), Verdict::KeyRevoked);
    assert_eq!(with("v=DKIM1; h=sha1; p=AAAA"), Verdict::KeyUnreadable);
    assert_eq!(with("v=DKIM1; s=other; p=AAAA"), Verdict::KeyUnreadable);
    assert_eq!(
        with("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
        Verdict::DoesNotFit
    );
}

#[test]
fn signatures_that_cannot_be_read_say_which_tag() {
    let with = |from: &str, to: &str| verdicts(&MESSAGE.replace(from, to))[0].clone();
    assert_eq!(with("v=1; a=ed", "v=2; a=ed"), Verdict::Malformed("v"));
    assert_eq!(with("d=football", "d=../foot"), Verdict::Malformed("d"));
    assert_eq!(with("bh=2jU", "bh=!jU"), Verdict::Malformed("bh"));
    assert_eq!(with("i=@football.example.com", "i=@example.org"), Verdict::Malformed("i"));
    assert_eq!(with("a=ed25519-sha256", "a=rsa-sha1"), Verdict::Unsupported("rsa-sha1".to_owned()));
    assert_eq!(with("q=dns/txt", "d=twice.example"), Verdict::Malformed("tags"));
    assert!(verdicts("From: a@b.example\n\nnothing signed").is_empty());
    assert!(verdicts("").is_empty());
}
