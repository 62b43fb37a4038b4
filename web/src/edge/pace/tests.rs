//! Whose line an address is, and how much one may post.

use super::{MOST, Meter, Network};

#[test]
fn a_household_is_one_sender() {
    let of = |text: &str| Network::of(text.parse().unwrap());
    assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
    assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
}

#[test]
fn half_a_minutes_worth_at_once_and_nothing_at_all_when_off() {
    let meter = Meter::new(60);
    assert_eq!((0..40).filter(|_| meter.count(&1).is_ok()).count(), 30);
    assert!(meter.count(&2).is_ok(), "another sender");
    let off = Meter::new(0);
    assert!((0..1_000).all(|_| off.count(&1).is_ok()));
    assert_eq!((0..3).filter(|_| Meter::new(1).count(&1).is_ok()).count(), 3, "each meter counts for itself");
}

#[test]
fn a_crowd_takes_no_more_memory_than_there_is() {
    let meter = Meter::new(60);
    assert!((0..MOST + 1_000).all(|sender| meter.count(&sender).is_ok()));
    assert_eq!(meter.0.as_ref().unwrap().len(), MOST);
}
