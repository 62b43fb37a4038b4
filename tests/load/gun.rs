//! One side of a measurement: it shoots as fast as answers come (a closed loop) or at a fixed rate (an open one), and says
//! what came of it and what that cost. Its numbering goes on from turn to turn, so that no vote is sent twice.

use std::rc::Rc;
use std::time::Duration;

use crate::client::{self, Load, Run, Shots};
use crate::failure::{Failure, Measured};
use crate::paced::{self, Stream};
use crate::program::Running;
use crate::rounds::Sample;
use crate::spent::{Meter, Spent};
use crate::stage::say;

/// Where it shoots, with how many connections, and whose time is counted.
pub(crate) struct Gun {
    port: u16,
    clients: usize,
    meter: Meter,
    shots: Rc<dyn Shots>,
    next: u64,
}

impl Gun {
    /// Aims at a program.
    pub(crate) fn new(at: &Running, clients: usize, meter: Meter, shots: impl Shots + 'static) -> Self {
        Self { port: at.port, clients, meter, shots: Rc::new(shots), next: 0 }
    }

    /// The same with another number of connections. The numbering goes on.
    pub(crate) fn with_clients(&mut self, clients: usize) {
        self.clients = clients;
    }

    /// Shoots for so long, on each connection as soon as it has its answer. Answers that aren't good are counted; when
    /// none is good, that is the end.
    pub(crate) fn fire(&mut self, time: Duration) -> Measured<Sample> {
        let load = Load { port: self.port, clients: self.clients, time, first: self.next };
        let before = self.meter.read();
        let shot = client::run(&load, &self.shots)?;
        let spent = self.meter.read().since(before);
        self.sample(&shot, spent)
    }

    /// Shoots so often a second, whatever became of the shots before.
    pub(crate) fn fire_at(&mut self, rate: u32, time: Duration) -> Measured<Sample> {
        let before = self.meter.read();
        let [shot] = paced::run(time, [self.stream(rate)])?;
        let spent = self.meter.read().since(before);
        self.sample(&shot, spent)
    }

    /// The same while another one shoots at the same program. Nobody can tell for whom time was spent there, so it falls
    /// evenly on the good answers of both.
    pub(crate) fn fire_beside(
        &mut self,
        rate: u32,
        other: &mut Self,
        others_rate: u32,
        time: Duration,
    ) -> Measured<(Sample, Sample)> {
        let before = self.meter.read();
        let [shot, others] = paced::run(time, [self.stream(rate), other.stream(others_rate)])?;
        let spent = self.meter.read().since(before);
        #[expect(clippy::cast_precision_loss, reason = "a count of answers is far below 2^52")]
        let share = shot.good as f64 / (shot.good + others.good).max(1) as f64;
        Ok((self.sample(&shot, spent.times(share))?, other.sample(&others, spent.times(1.0 - share))?))
    }

    fn stream(&self, rate: u32) -> Stream {
        let shots = Rc::clone(&self.shots);
        Stream { port: self.port, shots, rate, connections: self.clients, first: self.next }
    }

    fn sample(&mut self, shot: &Run, spent: Spent) -> Measured<Sample> {
        self.next = shot.next;
        match &shot.trouble {
            Some(trouble) if shot.good == 0 => Err(Failure::words(format!("no answer was good; the first: {trouble}"))),
            Some(trouble) => {
                say(&format!("  {} answers of {} were not good: {trouble}", shot.bad, shot.good + shot.bad));
                Ok(Sample::of(shot, spent))
            }
            None => Ok(Sample::of(shot, spent)),
        }
    }
}
