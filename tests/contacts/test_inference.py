"""What a title and a company tell."""

import pytest

from comity.coach.words import Seniority
from comity.contacts.inference import infer_field, infer_seniority


class TestInferSeniority:
    @pytest.mark.parametrize(
        ("title", "rung"),
        [
            ("Intern", "student"),
            ("Working Student Marketing", "student"),
            ("Werkstudentin", "student"),
            ("PhD Candidate", "student"),
            ("Junior Developer", "junior"),
            ("Research Assistant", "junior"),
            ("Assistant to the CEO", "junior"),
            ("Software Engineer", "mid"),
            ("Product Owner", "mid"),
            ("HR Business Partner", "mid"),
            ("Account Executive", "mid"),
            ("Executive Assistant to the CEO", "mid"),
            ("Associate", "junior"),
            ("Ingénieur développeur", "mid"),
            ("Senior Engineer", "senior"),
            ("Sr. Product Manager", "senior"),
            ("Staff Software Engineer", "senior"),
            ("Principal Engineer", "senior"),
            ("Tech Lead", "senior"),
            ("Associate Director", "senior"),
            ("Assistant Vice President", "senior"),
            ("Director, Operations", "director"),
            ("Head of Sales", "director"),
            ("VP Engineering", "director"),
            ("Vice President of Product", "director"),
            ("Chief of Staff to the CEO", "director"),
            ("Abteilungsleiterin Einkauf", "director"),
            ("Directrice marketing", "director"),
            ("CEO", "executive"),
            ("Co-Founder & CTO", "executive"),
            ("Chief Data Officer", "executive"),
            ("Managing Director", "executive"),
            ("Senior Vice President", "executive"),
            ("Partner", "executive"),
            ("Owner", "executive"),
            ("President", "executive"),
            ("Geschäftsführer", "executive"),
        ],
    )
    def test_reads_the_rung(self, title: str, rung: str) -> None:
        assert infer_seniority(title) is Seniority(rung)

    @pytest.mark.parametrize(
        "title", ["", None, "Ubiquitous", "Former CEO", "Looking for new opportunities", "ex-Google"]
    )
    def test_stays_silent_where_it_is_unclear(self, title: str | None) -> None:
        assert infer_seniority(title) is None


class TestInferField:
    @pytest.mark.parametrize(
        ("title", "company", "field"),
        [
            ("Tax Consultant", "KPMG", "tax"),
            ("Senior Accountant", "Acme", "accounting"),
            ("Audit Manager", "Deloitte", "audit"),
            ("Store Manager", "IKEA", "retail"),
            ("Manager", "IKEA", "retail"),
            ("Head of E-Commerce", None, "e-commerce"),
            ("Supply Chain Analyst", "Globex", "logistics"),
            ("Teacher", "Springfield Elementary School", "education"),
            ("Assistant Professor", "University of Oslo", "academia"),
            (None, "Universität Zürich", "academia"),
            ("Hotel Manager", "Hilton", "hospitality"),
            ("Tour guide", None, "travel"),
            ("Agronomist", None, "agriculture"),
            ("Underwriter", "Allianz", "insurance"),
            ("Benefits Specialist", None, "benefits"),
            ("CFO", "Acme", "finance"),
            ("Event Manager", None, "events"),
            ("Software Engineer", "Deutsche Bank", "software"),
            ("UX Designer", None, "design"),
            ("Marketing Manager", None, "marketing"),
            ("Account Executive", "Salesforce", "sales"),
            ("General Counsel", None, "legal"),
            ("Nurse", None, "healthcare"),
            ("Technical Recruiter", "Google", "recruiting"),
            ("Consultant", "Boston Consulting Group", "consulting"),
        ],
    )
    def test_reads_the_title_before_the_company(self, title: str | None, company: str | None, field: str) -> None:
        assert infer_field(title, company) == field

    def test_stays_silent_where_it_is_unclear(self) -> None:
        assert infer_field("Senior Manager", "Gottlieb and Sons") is None
