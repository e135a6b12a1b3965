"""What a user would write instead: FastAPI, SQLAlchemy, SQLite at its defaults. benchmarks/run starts it."""

import hashlib, os
from datetime import datetime
from decimal import Decimal
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
