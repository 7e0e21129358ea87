using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Tests.Formats;

public sealed class TextFormatTests
{
    [Theory]
    [InlineData("::Lăng:: Ai nằm trong lăng? {=Grant ~không ai#cố lên ~Lincoln}", "single-choice", "A", "Lăng")]
    [InlineData("Mặt trời mọc ở đằng đông. {TRUE#đúng#sai}", "true-false", "true", "Mặt trời mọc ở đằng đông.")]
    [InlineData("Hai cộng hai bằng {=bốn =4}", "gap-text", "bốn|4", null)]
    [InlineData("Hai {=cộng ~trừ ~nhân} hai bằng bốn.", "inline-choice", "A", null)]
    [InlineData("Ghép {=mèo -> đồ ăn mèo =chó -> đồ ăn chó =cọp -> đồ ăn mèo}", "matching", "S1 T1|S2 T2|S3 T1", null)]
    [InlineData("Năm sinh? {#1822:5}", "gap-numeric", "1822±5", null)]
    [InlineData("Số nào từ 1 đến 5? {#3:2~#Sai hẳn}", "gap-numeric", "3±2", null)]
    [InlineData("Số pi? {#3.141..3.142}", "gap-numeric", "3.1415±0.0005", null)]
    [InlineData("Khi nào? {#=1822:0 =%50%1822:2}", "gap-numeric", "1822", null)]
    [InlineData("Hai người? {~%50%A ~%50%B ~%-100%C}", "multiple-response", "A|B", null)]
    [InlineData("Viết một đoạn. {}", "extended-text", "", null)]
    [InlineData("Dấu \\{ \\~ \\= \\# \\} \\: ? {=a\\=b ~c}", "single-choice", "A", "Dấu { ~ = # } : ?")]
    public void Gift_kinds_and_keys(string text, string type, string key, string? title)
    {
        var item = Samples.Read("x.gift", text).Items.ShouldHaveSingleItem();
        PartKinds.TypeOf(item).ShouldBe(type);
        string.Join('|', ReadSetJson.Key(item)).ShouldBe(key);
        if (title is not null) item.Title.ShouldBe(title);
    }

    [Fact]
    public void Gift_formats_of_the_sides_of_a_match_are_no_text()
    {
        var part = Samples.Read("x.gift", "::Ghép::[html]Ghép {=[html]Họp <b>trực tuyến</b> -> Mạng =[plain]Giấy < mực -> Bưu điện = -> Không gì}").Items.ShouldHaveSingleItem().Parts[0];
        part.Choices.Select(c => c.Content.Text()).ShouldBe(["Họp trực tuyến", "Giấy < mực", "Mạng", "Bưu điện", "Không gì"]);
        part.Key.ShouldBe(["S1 T1", "S2 T2"]);
    }

    [Fact]
    public void Gift_names_what_it_cannot_read_and_goes_on()
    {
        var set = Samples.Read("x.gift", """
            // chú thích
            $CATEGORY: $course$/top/Luật/Hiến pháp

            ::Một:: Câu thiếu ngoặc {=a ~b

            ::Hai:: Câu lành {=a ~b}

            Chỉ là lời dẫn.

            // [id:ma-3]
            ::Ba:: Câu có mã {T}
            """);
        set.Found.ShouldBe(4);
        set.Items.Select(i => (i.Id, i.Topic)).ShouldBe([("Q2", "Luật/Hiến pháp"), ("ma-3", "Luật/Hiến pháp")]);
        set.Errors.ShouldHaveSingleItem().Where.ShouldBe("x.gift, dòng 4, câu 1");
        set.Unsupported.ShouldHaveSingleItem();
    }

    [Fact]
    public void Aiken_keeps_a_broken_question_to_itself()
    {
        var set = Samples.Read("x.txt", "Một phương án\nA) duy nhất\nANSWER: A\n\nA) Không có câu hỏi\n\nANSWER: Không có câu hỏi\n\nCâu lành\nA) đúng\nB) sai\nANSWER: A\n\nCâu dở\nA) gần đúng\nB) gần sai\n\nCâu lành nữa\nA)sai\nB)đúng\nANSWER: B");
        set.Found.ShouldBe(5);
        set.Items.Select(i => (i.Stem.Text(), i.Parts[0].Key[0], i.Parts[0].Choices[1].Content.Text())).ShouldBe([("Câu lành", "A", "sai"), ("Câu lành nữa", "B", "đúng")]);
        set.Errors.Count.ShouldBe(3);
    }

    [Fact]
    public void Aiken_reads_and_names_errors_by_line()
    {
        var set = Samples.Read("x.txt", "Thủ đô?\nA. Huế\nB) Hà Nội\nC. Đà Nẵng\nANSWER: B\n\nCâu lỗi\nA. một\nB. hai\nANSWER: D\n\nCâu cuối\nA. một\nB. hai\n");
        set.Format.ShouldBe("aiken");
        set.Found.ShouldBe(3);
        set.Items.ShouldHaveSingleItem().Parts[0].Key.ShouldBe(["B"]);
        set.Errors.Select(e => e.Where).ShouldBe(["x.txt, dòng 10, câu 2", "x.txt, dòng 12, câu 3"]);
    }

    [Fact]
    public void The_template_reads_every_kind()
    {
        var set = Samples.Read("x.csv", """
            Mã;Loại;Câu hỏi;A;B;C;Đáp án;Điểm;Dung sai;Chủ đề
            k1;;Chọn một;x;y;z;B;2;;Luật
            k2;nhiều lựa chọn;Chọn hai;x;y;z;A, C;;;
            k3;đúng/sai;Đúng không?;;;;Sai;;;
            k4;ghép đôi;Ghép;a -> 1;b -> 2;-> 3;;;;
            k5;sắp thứ tự;Xếp;x;y;z;B, A, C;;;
            k6;điền chữ;Thủ đô;;;;Hà Nội|Hanoi;;;
            k7;điền số;Pi;;;;3,14;;0,01;
            k8;tự luận;Viết;;;;;10;;
            k9;;Thiếu đáp án;x;y;;;;;
            k10;;Đáp án lạ;x;y;;E;;;
            """);
        set.Items.Select(PartKinds.TypeOf).ShouldBe(["single-choice", "multiple-response", "true-false", "matching", "ordering", "gap-text", "gap-numeric", "extended-text"]);
        set.Items[0].Points.ShouldBe(2);
        ReadSetJson.Key(set.Items[3]).ShouldBe(["S1 T1", "S2 T2"]);
        ReadSetJson.Key(set.Items[6]).ShouldBe(["3.14±0.01"]);
        set.Errors.Select(e => e.Where).ShouldBe(["x.csv, hàng 10", "x.csv, hàng 11"]);
    }

    [Fact]
    public void A_moodle_file_with_categories_pictures_and_percentages()
    {
        var set = Samples.Read("x.xml", $"""
            <?xml version="1.0"?><quiz>
            <question type="category"><category><text>$course$/top/Tin học</text></category></question>
            <question type="multichoice"><name><text>Nước</text></name><questiontext format="html"><text><![CDATA[<p>Gồm <img src="@@PLUGINFILE@@/h.png" alt="hình"></p>]]></text><file name="h.png" path="/" encoding="base64">{Convert.ToBase64String(Samples.Png)}</file></questiontext>
              <generalfeedback format="html"><text>Vì H2O</text></generalfeedback><defaultgrade>2.0000000</defaultgrade><single>false</single><shuffleanswers>true</shuffleanswers>
              <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
              <answer fraction="50" format="html"><text>H</text></answer><answer fraction="50"><text>O</text></answer><answer fraction="-100"><text>Cl</text><feedback><text>Không</text></feedback></answer></question>
            <question type="cloze"><name><text>Điền</text></name><questiontext format="html"><text>Thủ đô {"{1:SHORTANSWER:=Hà Nội~%50%HN#gần}"} năm {"{2:NUMERICAL:=1010:1}"} là {"{1:MC:=đúng~sai}"}</text></questiontext></question>
            <question type="numerical"><name><text>Pi</text></name><questiontext><text>Pi?</text></questiontext><answer fraction="100"><text>3.14</text><tolerance>0.01</tolerance></answer></question>
            <question type="calculated"><name><text>tính</text></name></question>
            <question type="description"><name><text>dẫn</text></name></question>
            <question type="multichoice"><name><text>hỏng</text></name><answer fraction="nhiều"><text>x</text></answer></question>
            </quiz>
            """);
        set.Format.ShouldBe("moodle");
        (set.Found, set.Items.Count, set.Unsupported.Count, set.Errors.Count).ShouldBe((6, 3, 2, 1));
        var first = set.Items[0];
        (first.Topic, first.Points, first.Explanation.Text()).ShouldBe(("Tin học", 2m, "Vì H2O"));
        first.Media.ShouldHaveSingleItem().Bytes.ShouldBe(Samples.Png);
        first.Parts[0].Scores.ShouldBe([new("A", 1), new("B", 1), new("C", -2)]);
        set.Losses.Select(l => l.Id).ShouldContain("Q1");
        set.Losses.ShouldNotContain(l => l.What.Contains("theo kết quả"));
        set.Items[1].Parts.Select(p => p.Kind).ShouldBe([PartKind.GapText, PartKind.GapNumeric, PartKind.InlineChoice]);
        ReadSetJson.Key(set.Items[1]).ShouldBe(["Hà Nội", "1010±1", "A"]);
        ReadSetJson.Key(set.Items[2]).ShouldBe(["3.14±0.01"]);
    }

    [Fact]
    public void A_picture_that_old_moodle_kept_beside_the_text_comes_along_or_is_missed()
    {
        var set = Samples.Read("x.xml", $"""
            <?xml version="1.0"?><quiz>
            <question type="truefalse"><name><text>Một</text></name><questiontext format="html"><text>Trong hình là sông Hương.</text></questiontext><image>anh/song huong.png</image><image_base64>
            {Convert.ToBase64String(Samples.Png)}
            </image_base64><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
            <question type="truefalse"><name><text>Hai</text></name><questiontext format="html"><text>Không có hình.</text></questiontext><image>mat.png</image><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
            </quiz>
            """);
        set.Items[0].Media.ShouldHaveSingleItem().Bytes.ShouldBe(Samples.Png);
        set.Items[0].Stem.Xml.ShouldContain("<img");
        set.Losses.ShouldHaveSingleItem().What.ShouldContain("mat.png");
    }
}
