"""What a user would write instead: FastAPI, SQLAlchemy, SQLite at its defaults. benchmarks/run starts it."""

import hashlib, os
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, Numeric, create_engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, sessionmaker

engine = create_engine(os.environ["PEER_DATABASE"])
make_session = sessionmaker(engine)
Amount = Numeric(18, 4)

class Base(DeclarativeBase):
    type_annotation_map = {Decimal: Amount}

class SessionToken(Base):
    __tablename__ = "session"
    hash: Mapped[str] = mapped_column(primary_key=True)

class Contact(Base):
    __tablename__ = "contact"
    Id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[int] = mapped_column(ForeignKey("customer.Id"), index=True)
    Name: Mapped[str | None]
    Email: Mapped[str | None]
    IsPrimary: Mapped[bool]

class Address(Base):
    __tablename__ = "address"
    Id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[int] = mapped_column(ForeignKey("customer.Id"), index=True)
    Line1: Mapped[str | None]
    PostCode: Mapped[str | None]
    CountryCode: Mapped[str | None]

class Customer(Base):
    __tablename__ = "customer"
    Id: Mapped[int] = mapped_column(primary_key=True)
    Code: Mapped[str] = mapped_column(unique=True)
    Name: Mapped[str] = mapped_column(index=True)
    Note: Mapped[str | None]
    Source: Mapped[int]
    Email: Mapped[str | None] = mapped_column(index=True)
    VATNumber: Mapped[str | None]
    IsArchived: Mapped[bool]
    PaymentTermsDays: Mapped[int | None]
    DefaultNominalCode: Mapped[int | None]
    DefaultCustomerReference: Mapped[str | None]
    DiscountRate: Mapped[Decimal]
    ShowDiscount: Mapped[bool]
    ReceivesWholesalePricing: Mapped[bool]
    AutomaticCreditControlEnabled: Mapped[bool]
    EmailTemplateNumber: Mapped[int | None]
    PDFThemeID: Mapped[int | None]
    UniqueEntityNumber: Mapped[str | None]
    CreditLimit: Mapped[Decimal | None]
    TotalPaidAmount: Mapped[Decimal] = mapped_column(default=Decimal(0))
    OutstandingBalance: Mapped[Decimal] = mapped_column(default=Decimal(0))
    CreatedDate: Mapped[datetime] = mapped_column(default=datetime.now)
    LastUpdatedDate: Mapped[datetime] = mapped_column(default=datetime.now)
    Contacts: Mapped[list[Contact]] = relationship(order_by=Contact.Id)
    Addresses: Mapped[list[Address]] = relationship(order_by=Address.Id)

class Counter(Base):
    __tablename__ = "counter"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]

class Invoice(Base):
    __tablename__ = "invoice"
    Id: Mapped[int] = mapped_column(primary_key=True)
    Number: Mapped[int] = mapped_column(unique=True)
    customer: Mapped[int] = mapped_column(ForeignKey("customer.Id"), index=True)
    IssuedDate: Mapped[datetime] = mapped_column(index=True)
    DueDate: Mapped[datetime] = mapped_column(index=True)
    NetAmount: Mapped[Decimal]
    VATAmount: Mapped[Decimal]
    GrossAmount: Mapped[Decimal]
    LineItems: Mapped[list["Line"]] = relationship(order_by="Line.Number")

class Line(Base):
    __tablename__ = "invoice_line"
    invoice: Mapped[int] = mapped_column(ForeignKey("invoice.Id"), primary_key=True)
    Number: Mapped[int] = mapped_column(primary_key=True)
    Description: Mapped[str]
    Quantity: Mapped[Decimal]
    Rate: Mapped[Decimal]
    VATLevel: Mapped[Decimal]
    VATAmount: Mapped[Decimal]
    NominalCode: Mapped[int] = mapped_column(index=True)

class Posting(Base):
    __tablename__ = "posting"
    id: Mapped[int] = mapped_column(primary_key=True)
    invoice: Mapped[int] = mapped_column(index=True)
    date: Mapped[datetime]
    hash: Mapped[str]
    entries: Mapped[list["Entry"]] = relationship()

class Entry(Base):
    __tablename__ = "entry"
    posting: Mapped[int] = mapped_column(ForeignKey("posting.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    nominal: Mapped[int] = mapped_column(index=True)
    amount: Mapped[Decimal]

class DayTotal(Base):
    __tablename__ = "day_total"
    nominal: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[Decimal]

class ContactBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    Name: str | None = None
    Email: str | None = None
    IsPrimary: bool = False

class AddressBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    Line1: str | None = None
    PostCode: str | None = None
    CountryCode: str | None = None

class NewCustomer(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    Code: str
    Name: str
    Note: str | None = None
    Source: int = 1
    Email: str | None = None
    VATNumber: str | None = None
    IsArchived: bool = False
    PaymentTermsDays: int | None = None
    DefaultNominalCode: int | None = None
    DefaultCustomerReference: str | None = None
    DiscountRate: Decimal = Decimal(0)
    ShowDiscount: bool = False
    ReceivesWholesalePricing: bool = False
    AutomaticCreditControlEnabled: bool = False
    EmailTemplateNumber: int | None = None
    PDFThemeID: int | None = None
    UniqueEntityNumber: str | None = None
    CreditLimit: Decimal | None = None
    Contacts: list[ContactBody] = []
    Addresses: list[AddressBody] = []

class CustomerAnswer(NewCustomer):
    Id: int
    TotalPaidAmount: Decimal
    OutstandingBalance: Decimal
    CreatedDate: datetime
    LastUpdatedDate: datetime

app = FastAPI()

def session():
    with make_session() as session:
        yield session

def known(authorization: str = Header(""), session: Session = Depends(session)):
    token = authorization.removeprefix("KfToken ")
    if session.get(SessionToken, hashlib.sha256(token.encode()).hexdigest()) is None:
        raise HTTPException(401, "Session token provided is invalid.")

@app.get("/customers/{code}", response_model=CustomerAnswer, dependencies=[Depends(known)])
def read(code: str, session: Session = Depends(session)):
    customer = session.scalar(select(Customer).where(Customer.Code == code))
    if customer is None:
        raise HTTPException(404, f"There is no customer {code}.")
    return customer

@app.post("/customers", response_model=CustomerAnswer, status_code=201, dependencies=[Depends(known)])
def create(body: NewCustomer, session: Session = Depends(session)):
    customer = Customer(**body.model_dump(exclude={"Contacts", "Addresses"}))
    customer.Contacts = [Contact(**contact.model_dump()) for contact in body.Contacts]
    customer.Addresses = [Address(**address.model_dump()) for address in body.Addresses]
    session.add(customer)
    try:
        session.commit()
    except IntegrityError:
        raise HTTPException(400, f"Customer code {body.Code} is already in use.")
    return customer

class LineBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    Description: str
    Quantity: Decimal = Decimal(1)
    Rate: Decimal
    VATLevel: Decimal = Decimal(20)
    NominalCode: int = 4000

class NewInvoice(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    CustomerCode: str = ""
    IssuedDate: datetime
    LineItems: list[LineBody]

class InvoiceAnswer(NewInvoice):
    Id: int
    Number: int
    NetAmount: Decimal
    VATAmount: Decimal
    GrossAmount: Decimal

@app.post("/invoices", response_model=InvoiceAnswer, status_code=201, dependencies=[Depends(known)])
def post_invoice(body: NewInvoice, session: Session = Depends(session)):
    customer = session.scalar(select(Customer).where(Customer.Code == body.CustomerCode))
    if customer is None:
        raise HTTPException(400, f"There is no customer {body.CustomerCode}.")
    counter = session.get(Counter, "invoice")
    counter.value += 1
    penny = Decimal("0.01")
    lines, entries, net, vat = [], [], Decimal(0), Decimal(0)
    for place, line in enumerate(body.LineItems, 1):
        amount = (line.Quantity * line.Rate).quantize(penny, ROUND_HALF_UP)
        tax = (amount * line.VATLevel / 100).quantize(penny, ROUND_HALF_UP)
        net, vat = net + amount, vat + tax
        lines.append(Line(Number=place, VATAmount=tax, **line.model_dump()))
        entries.append(Entry(line=place + 1, nominal=line.NominalCode, amount=-amount))
    gross = net + vat
    entries = [Entry(line=1, nominal=1100, amount=gross), *entries, Entry(line=len(lines) + 2, nominal=2200, amount=-vat)]
    invoice = Invoice(Number=counter.value, customer=customer.Id, IssuedDate=body.IssuedDate, DueDate=body.IssuedDate,
                      NetAmount=net, VATAmount=vat, GrossAmount=gross, LineItems=lines)
    session.add(invoice)
    session.flush()
    last = session.scalar(select(Posting).order_by(Posting.id.desc()).limit(1))
    text = (last.hash if last else "") + "".join(f"{entry.nominal}{entry.amount}" for entry in entries)
    session.add(Posting(invoice=invoice.Id, date=body.IssuedDate, entries=entries,
                        hash=hashlib.sha256(text.encode()).hexdigest()))
    for nominal, amount in ((1100, gross), (4000, -net), (2200, -vat)):
        for day in (body.IssuedDate.strftime("%Y-%m-%d"), body.IssuedDate.strftime("%Y-%m")):
            total = session.get(DayTotal, (nominal, day))
            if total is None:
                session.add(DayTotal(nominal=nominal, day=day, amount=amount))
            else:
                total.amount += amount
    customer.OutstandingBalance += gross
    session.commit()
    return InvoiceAnswer(CustomerCode=customer.Code, IssuedDate=body.IssuedDate, LineItems=body.LineItems, Id=invoice.Id,
                         Number=invoice.Number, NetAmount=net, VATAmount=vat, GrossAmount=gross)
