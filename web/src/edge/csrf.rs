//! Form tokens: proof that a form was drawn by this site for this browser. A keyed digest of the browser's own secret,
//! with a salt of its own each time, so that compression can't give it away and nothing need be stored.
//!
//! A visitor with neither cookie has no power that a foreign page could borrow: their forms need the origin check alone,
//! and pages that are only read carry no token, so they can be cached.

#[cfg(test)]
mod tests;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folkmoot_common::{Secret, Sources};
use subtle::ConstantTimeEq as _;

use crate::secret_key::SecretKey;

const SALT: usize = 16;

/// A new token for whoever holds `secret`.
pub(super) fn token(key: &SecretKey, sources: &Sources, secret: &Secret) -> String {
    let chance = sources.secret();
    let digest = chance.digest();
    let (salt, _rest) = digest.bytes().split_at(SALT);
    let mut whole = salt.to_vec();
    whole.extend_from_slice(&sign(key, salt, secret));
    URL_SAFE_NO_PAD.encode(whole)
}

/// Whether the token was made for whoever holds `secret`.
pub(super) fn is_right(key: &SecretKey, secret: &Secret, token: &str) -> bool {
    let Ok(whole) = URL_SAFE_NO_PAD.decode(token) else {
        return false;
    };
    let Some((salt, signed)) = whole.split_at_checked(SALT) else {
        return false;
    };
    bool::from(sign(key, salt, secret).as_slice().ct_eq(signed))
}

fn sign(key: &SecretKey, salt: &[u8], secret: &Secret) -> [u8; 32] {
    key.sign(&[b"form token", salt, secret.digest().bytes()])
}
