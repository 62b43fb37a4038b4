//! A record that somebody tampered with is found out.

use folkmoot_common::{Digest, Timestamp};

use super::{Broken, Entry, Verifier};

fn entry(seq: i64, reason: &str) -> Entry {
    Entry {
        seq,
        at: Timestamp::from_micros(seq),
        actor: None,
        role: None,
        act: "REJECT".to_owned(),
        target: None,
        reason: Some(reason.to_owned()),
        detail: "{}".to_owned(),
    }
}

fn record(reasons: &[&str]) -> Vec<(Entry, Digest)> {
    let mut seal = Entry::beginning();
    let mut sealed = |(at, reason): (usize, &&str)| {
        let entry = entry(i64::try_from(at).unwrap() + 1, reason);
        seal = entry.sealed(&seal);
        (entry, seal)
    };
    reasons.iter().enumerate().map(&mut sealed).collect()
}

fn verify(entries: &[(Entry, Digest)], end: (i64, Digest)) -> Result<i64, Broken> {
    let mut verifier = Verifier::default();
    for (entry, seal) in entries {
        verifier.take(entry, seal)?;
    }
    verifier.finish(end.0, &end.1)
}

#[test]
fn a_whole_record_is_whole_and_an_empty_one_too() {
    let whole = record(&["SPAM", "SPAM", "ABUSIVE"]);
    assert_eq!(verify(&whole, (3, whole[2].1)), Ok(3));
    assert_eq!(verify(&[], (0, Digest::from_bytes([0; 32]))), Ok(0));
}

#[test]
fn what_was_changed_taken_out_or_cut_off_is_found() {
    let whole = record(&["SPAM", "SPAM", "ABUSIVE"]);
    let end = (3, whole[2].1);
    let mut changed = whole.clone();
    changed[1].0.reason = Some("HATEFUL".to_owned());
    assert_eq!(verify(&changed, end), Err(Broken::Changed(2)));
    let without = [whole[0].clone(), whole[2].clone()];
    assert_eq!(verify(&without, end), Err(Broken::Missing(2)));
    assert_eq!(verify(&whole[..2], end), Err(Broken::Cut(3)));
    // Somebody who rewrites an entry and its seal must rewrite all that follow, and the end.
    let mut resealed = whole.clone();
    resealed[1].0.reason = Some("HATEFUL".to_owned());
    resealed[1].1 = resealed[1].0.sealed(&resealed[0].1);
    assert_eq!(verify(&resealed, end), Err(Broken::Changed(3)));
}
