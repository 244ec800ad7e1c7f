// Before the first paint: says that scripts run, so that nothing jumps.
document.documentElement.className += ' js';
