//! Who helps and who takes reports. Everything that names a helpline takes it from here.

/// Someone to call or to write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Helpline {
    /// For whom: the text before the name.
    pub when: &'static str,
    /// Who answers; empty where the number says it.
    pub name: &'static str,
    /// The number as people read it; empty where there is none.
    pub phone: &'static str,
    /// Their page; empty where there is none.
    pub url: &'static str,
    /// What they are for, where there is room to say it.
    pub purpose: &'static str,
}

pub const EMERGENCY: Helpline =
    Helpline { when: "In danger", name: "", phone: "999", url: "", purpose: "in an emergency" };

/// The police, when it can wait.
pub const POLICE: Helpline =
    Helpline { when: "To report", name: "police", phone: "101", url: "", purpose: "otherwise" };

/// For children and young people.
pub const CHILDLINE: Helpline = Helpline {
    when: "Under 19",
    name: "Childline",
    phone: "0800 1111",
    url: "https://www.childline.org.uk/",
    purpose: "for anyone under 19, free, day and night",
};

/// For adults.
pub const NSPCC: Helpline = Helpline {
    when: "Worried about a child",
    name: "NSPCC",
    phone: "0808 800 5000",
    url: "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/",
    purpose: "for adults worried about a child",
};

/// Online abuse is reported here.
pub const CEOP: Helpline = Helpline {
    when: "To report",
    name: "CEOP",
    phone: "",
    url: "https://www.ceopeducation.co.uk/report/",
    purpose: "if someone has behaved sexually towards a child online",
};

/// Images of abuse are reported here.
pub const IWF: Helpline = Helpline {
    when: "To report",
    name: "Internet Watch Foundation",
    phone: "",
    url: "https://report.iwf.org.uk/",
    purpose: "sexual images or videos of children",
};

impl Helpline {
    /// The address that dials the number.
    pub fn dial(&self) -> String {
        let digits: String = self.phone.split(' ').collect();
        format!("tel:{digits}")
    }
}
