using System.Security;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>Question papers as officials type them.</summary>
public sealed class WordPaperTests
{
    [Fact]
    public void The_key_is_what_looks_different()
    {
        var set = Read(
            P(B("Câu 1."), R(" Cơ quan nào ban hành luật?")), P(R("A. Chính phủ")), P(U("B. Quốc hội")), P(R("C. Bộ")), P(R("D. Tỉnh")),
            P(B("Câu 2: "), R("Chọn một")), P(R("A. một   "), B("B. hai"), R("   C. ba   D. bốn")),
            P(R("Câu 3) Màu")), P(R("A. một")), P(C("B"), R(". hai")), P(R("C. ba")),
            P(R("Câu 4. Sao")), P(R("A. một")), P(R("*B. hai")), P(R("C. ba")), P(R("*D. bốn")),
            P(R("Câu 5. Không có đáp án")), P(R("A. một")), P(R("B. hai")));
        set.Items.Select(i => string.Join(',', i.Parts[0].Key)).ShouldBe(["B", "B", "B", "B,D"]);
        set.Items[1].Parts[0].Choices.Select(c => c.Content.Text()).ShouldBe(["một", "hai", "ba", "bốn"]);
        PartKinds.TypeOf(set.Items[3]).ShouldBe("multiple-response");
        set.Errors.ShouldHaveSingleItem().Message.ShouldContain("Không thấy đáp án");
        set.Errors[0].Where.ShouldEndWith("câu 5");
    }

    [Fact]
    public void A_table_at_the_end_gives_the_key_even_when_a_choice_is_bold()
    {
        var set = Read(
            P(R("Câu 1. Một")), P(R("A. x")), P(B("B. y")), P(R("C. z")),
            P(R("Câu 2. Hai")), P(R("A. x")), P(R("B. y")),
            P(R("ĐÁP ÁN")),
            T(["Câu", "1", "2"], ["Đáp án", "C", "A"]));
        set.Items.Select(i => i.Parts[0].Key[0]).ShouldBe(["C", "A"]);
    }

    [Theory]
    [InlineData("1.A 2.B")]
    [InlineData("1-A; 2-B")]
    [InlineData("Câu 1: A, Câu 2: B")]
    public void Keys_may_be_listed_in_a_line(string line)
    {
        var set = Samples.Read("de.txt", $"Câu 1. Một\nA. x\nB. y\nCâu 2. Hai\nA. x\nB. y\nBẢNG ĐÁP ÁN\n{line}");
        set.Format.ShouldBe("text");
        set.Items.Select(i => i.Parts[0].Key[0]).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void Automatic_numbers_pictures_formulas_and_tables_of_word()
    {
        const string Number = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Câu %1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='upperLetter'/><w:lvlText w:val='%2.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
        const string Sum = "<m:oMath xmlns:m='m'><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>x</m:t></m:r></m:den></m:f></m:oMath>";
        static string N(int level, string inner) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr>{inner}</w:p>";
        var bytes = Samples.Zip(
            ("word/numbering.xml", Number),
            ("word/_rels/document.xml.rels", "<Relationships><Relationship Id='r1' Target='media/image1.png'/></Relationships>"),
            ("word/media/image1.png", "ảnh"),
            ("word/document.xml", Document(N(0, R("Tính ") + Sum + R(" theo hình ") + "<w:r><w:drawing><a:blip xmlns:a='a' xmlns:r='r' r:embed='r1'/></w:drawing></w:r>"), T(["x", "y"], ["1", "2"]), N(1, R("một")), N(1, B("hai")), N(0, R("Tiếp")), N(1, U("một")), N(1, R("hai")))));
        var set = ItemFiles.Read("de.docx", bytes);
        set.Errors.ShouldBeEmpty();
        set.Items.Select(i => (i.Id, i.Parts[0].Key[0])).ShouldBe([("Q1", "B"), ("Q2", "A")]);
        set.Items[0].Stem.Xml.ShouldContain("<mfrac><mn>1</mn><mi>x</mi></mfrac>");
        set.Items[0].Stem.Xml.ShouldContain("<td>2</td>");
        set.Items[0].Media.ShouldHaveSingleItem().Name.ShouldBe("image1.png");
    }

    private static ReadSet Read(params string[] body) => ItemFiles.Read("de.docx", Samples.Zip(("word/document.xml", Document(body))));

    private static string Document(params string[] body) => $"<w:document xmlns:w='w'><w:body>{string.Concat(body)}</w:body></w:document>";

    private static string P(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    private static string R(string text, string look = "") => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{SecurityElement.Escape(text)}</w:t></w:r>";

    private static string B(string text) => R(text, "<w:b/>");

    private static string U(string text) => R(text, "<w:u w:val='single'/>");

    private static string C(string text) => R(text, "<w:color w:val='FF0000'/>");

    private static string T(params string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc>{P(R(c))}</w:tc>"))}</w:tr>"))}</w:tbl>";
}
